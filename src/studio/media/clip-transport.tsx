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
  /** Frames at which another clip begins. */
  joints?: readonly number[]
  /** Further acts, at the end. */
  children?: ReactNode
}

/** Width of the range's thumb, CSS pixels. */
const thumbPx = 12

/** Play, step, scrub: all of it by whole frames. */
export function ClipTransport(props: ClipTransportProps) {
  const { clip, fps, frames, canPlay = true, joints = [], children } = props
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
      <span className="relative mx-2 flex min-w-0 flex-1">
        <input
          type="range"
          aria-label="Frame"
          aria-valuetext={`Frame ${frame} of ${frames}`}
          className="range min-w-0 flex-1 max-md:h-10"
          min={0}
          max={frames - 1}
          step={1}
          value={frame}
          onChange={(event) => show(Number(event.target.value))}
        />
        {joints.map((joint) => (
          <span
            key={joint}
            aria-hidden
            className="pointer-events-none absolute inset-y-0 my-auto h-3 w-px bg-ink"
            style={{
              left: `calc(${thumbPx / 2}px + (100% - ${thumbPx}px) * ${joint / Math.max(1, frames - 1)})`,
            }}
          />
        ))}
      </span>
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
