import { useEffect, useRef } from 'react'
import { seekTime } from '../../media/clip-frames.ts'
import type { Film } from './film-strip.tsx'
import type { Stage } from './stage.ts'

type SourceViewProps = { stage: Stage; film: Film }

/** Further than this from the playhead, a running clip is set right, seconds. */
const driftS = 0.12

/** The source's own frame under the playhead. */
export function SourceView({ stage, film }: SourceViewProps) {
  const { address, fps, frames } = film
  const element = useRef<HTMLVideoElement>(null)

  useEffect(() => {
    const video = element.current
    if (!video) return undefined
    const wanted = () => seekTime(Math.min(frames - 1, stage.playhead.get()), fps)
    const isRunning = () => stage.rate.get() > 0
    const seek = () => {
      if (video.seeking) return
      const far = Math.abs(video.currentTime - wanted())
      if (far > (isRunning() ? driftS * stage.rate.get() : 0.4 / fps)) video.currentTime = wanted()
    }
    const run = () => {
      if (isRunning()) {
        video.playbackRate = stage.rate.get()
        void video.play().catch(() => undefined)
      } else video.pause()
      seek()
    }
    run()
    const told = ['seeked', 'loadedmetadata'] as const
    for (const event of told) video.addEventListener(event, seek)
    const leave = [stage.playhead.subscribe(seek), stage.rate.subscribe(run)]
    return () => {
      for (const event of told) video.removeEventListener(event, seek)
      leave.forEach((each) => each())
    }
  }, [stage, fps, frames])

  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- seen frame by frame, without sound
    <video
      ref={element}
      src={address}
      muted
      playsInline
      preload="auto"
      aria-label="The source at the playhead"
      className="absolute inset-0 size-full object-contain"
    />
  )
}
