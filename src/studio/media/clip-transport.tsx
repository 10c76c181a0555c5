import { Pause, Play, Repeat, StepBack, StepForward } from 'lucide-react'
import type { ReactNode } from 'react'
import { timecode } from '../lib/timecode.ts'
import { IconButton } from '../ui/icon-button.tsx'
import type { Clip } from './use-clip.ts'

type ClipTransportProps = {
  clip: Clip
  fps: number
  frames: number
  /** False where the browser can only step through stills. */
  canPlay?: boolean
  /** Further acts, at the end. */
  children?: ReactNode
}

/** Play, step, scrub: all of it by whole frames. */
export function ClipTransport(props: ClipTransportProps) {
  const { clip, fps, frames, canPlay = true, children } = props
  const { frame, isPlaying, isLooping, show, step, toggle, toggleLoop } = clip
  return (
    <fieldset
      aria-label="Transport"
      className="flex h-12 min-w-0 shrink-0 items-center gap-1 border-t bg-panel px-3 tabular-nums"
    >
      {canPlay && (
        <IconButton
          label={isPlaying ? 'Pause' : 'Play'}
          icon={isPlaying ? Pause : Play}
          onClick={toggle}
        />
      )}
      <IconButton label="One frame back" icon={StepBack} onClick={() => step(-1)} />
      <IconButton label="One frame on" icon={StepForward} onClick={() => step(1)} />
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
      <span className="text-dense text-ink">
        <output aria-label="Frame number">
          {frame} / {frames}
        </output>
      </span>
      <span className="ml-2 text-dense text-quiet max-md:hidden">{timecode(frame, fps)}</span>
      {canPlay && <IconButton label="Loop" icon={Repeat} isOn={isLooping} onClick={toggleLoop} />}
      {children}
    </fieldset>
  )
}
