import { StepBack, StepForward } from 'lucide-react'
import { useState } from 'react'
import { type Signal, signals } from '#contract/signal.ts'
import type { EditOptions } from '#contract/video-edit.ts'
import { timecode } from '../../lib/timecode.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { NumberEntry } from '../../media/number-entry.tsx'
import { useSettled } from '../../media/use-settled.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { controlSigns } from './control-signs.ts'
import { shownAmount } from './shown-amount.ts'
import { figureLook } from './figure-look.ts'
import { SignalPicture } from './signal-picture.tsx'

type SignalPreviewProps = {
  source: { sha256: string; frames: number; fps: number }
  edit: EditOptions | undefined
  frame: number
  onFrame: (frame: number) => void
}

const segments = signals.map((value) => ({
  value,
  label: controlSigns.find(({ signal }) => signal === value)?.label ?? value,
}))
const settleMs = 180

/** A frame of the source beside what one signal sees in it, estimated on this machine. */
export function SignalPreview({ source, edit, frame, onFrame }: SignalPreviewProps) {
  const { sha256, frames, fps } = source
  const [signal, setSignal] = useState<Signal>('depth')
  const amount = shownAmount(edit, signal)
  const settled = useSettled(frame, settleMs)
  const show = (next: number) => {
    const held = Math.min(frames - 1, Math.max(0, Math.round(next)))
    if (held !== frame) onFrame(held)
  }
  useShortcuts(['clip'], {
    frameBack: () => show(frame - 1),
    frameOn: () => show(frame + 1),
    framesBack: () => show(frame - 12),
    framesOn: () => show(frame + 12),
  })
  return (
    <div className="flex size-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
        <div className="max-w-full overflow-x-auto max-md:w-full">
          <Segmented
            isDense
            label="Signal"
            segments={segments}
            value={signal}
            onChange={setSignal}
          />
        </div>
        <p className="text-dense text-quiet">
          Estimated on this machine: Luma’s own signals may differ.
        </p>
      </div>
      <div className="grid min-h-0 flex-1 gap-x-4 gap-y-2 px-4 md:grid-cols-2 md:grid-rows-[minmax(0,1fr)_auto] max-md:grid-rows-2">
        <figure className={figureLook}>
          <div className="relative min-h-0 flex-1 overflow-hidden rounded bg-page">
            <img
              src={`/media/${sha256}/frame/${settled}`}
              alt={`Frame ${settled} of the source`}
              draggable={false}
              className="absolute inset-0 size-full object-contain"
            />
          </div>
          <figcaption className="text-dense text-quiet tabular-nums">
            Source, {timecode(frame, fps)}
          </figcaption>
        </figure>
        <SignalPicture
          view={{ sha256, signal, frame: settled, amount: amount.query }}
          amount={amount.words}
          frames={frames}
        />
      </div>
      <fieldset
        aria-label="Source frame"
        className="flex min-w-0 shrink-0 items-center gap-1 px-3 py-2 tabular-nums"
      >
        <IconButton
          label="One frame back"
          icon={StepBack}
          disabled={frame <= 0}
          onClick={() => show(frame - 1)}
        />
        <IconButton
          label="One frame on"
          icon={StepForward}
          disabled={frame >= frames - 1}
          onClick={() => show(frame + 1)}
        />
        <input
          type="range"
          aria-label="Frame"
          aria-valuetext={`Frame ${frame} of ${frames}`}
          className="range mx-2 min-w-0 flex-1 max-md:h-10"
          min={0}
          max={frames - 1}
          step={1}
          value={frame}
          onChange={(event) => show(Number(event.target.value))}
        />
        <NumberEntry label="Frame, typed" value={frame} unit={`/ ${frames}`} onChange={show} />
      </fieldset>
    </div>
  )
}
