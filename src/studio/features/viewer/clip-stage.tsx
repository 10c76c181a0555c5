import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import type { Act } from '../../lib/act.ts'
import { useReducedMotion } from '../../lib/use-reduced-motion.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { ClipTransport } from '../../media/clip-transport.tsx'
import { FrameMenu } from './frame-menu.tsx'
import type { ShownFrame } from './sight.ts'
import { useClip } from '../../media/use-clip.ts'

export type Reel = {
  /** The same pictures in several forms, the first that this browser can play is played. */
  sources: readonly { src: string; type: string }[]
  poster: string | undefined
  frames: number
  fps: number
  /** Frames at which another clip begins. */
  joints?: readonly number[]
  /** Of which clip a frame is. */
  frameOf: (frame: number) => ShownFrame
}

type ClipStageProps = {
  reel: Reel
  name: string
  frameActs: readonly Act[]
  /** Told which frame is in sight. */
  onShow: (frame: ShownFrame) => void
  /** Between the picture and the transport. */
  bar?: ReactNode
}

/** A clip, or several that play as one, as large as fits, under a transport that counts frames. */
export function ClipStage({ reel, name, frameActs, onShow, bar }: ClipStageProps) {
  const { sources, fps, frames, joints = [] } = reel
  const clip = useClip({ fps, frames })
  const { attach, isLooping, toggle, step, onPlay, onPause } = clip
  const isStill = useReducedMotion()
  const [isUnplayable, setIsUnplayable] = useState(false)
  const isCopy = clip.source !== '' && !clip.source.endsWith(sources[0]?.src ?? '')
  const tell = useEffectEvent((frame: number) => onShow(reel.frameOf(frame)))
  useEffect(() => tell(clip.frame), [clip.frame])
  useShortcuts(['clip'], {
    play: toggle,
    frameBack: () => step(-1),
    frameOn: () => step(1),
    framesBack: () => step(-12),
    framesOn: () => step(12),
  })
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="relative min-h-0 flex-1">
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- generated clips have no sound */}
        <video
          ref={attach}
          poster={reel.poster}
          aria-label={name}
          autoPlay={!isStill}
          loop={isLooping}
          muted
          playsInline
          onPlay={onPlay}
          onPause={onPause}
          onClick={toggle}
          className="absolute inset-0 size-full object-contain"
        >
          {sources.map(({ src, type }, index) => (
            <source
              key={src}
              src={src}
              type={type}
              {...(index === sources.length - 1 && { onError: () => setIsUnplayable(true) })}
            />
          ))}
        </video>
        {(isCopy || isUnplayable) && (
          <p className="pointer-events-none absolute inset-x-0 bottom-2 text-center">
            <span className="rounded bg-black/65 px-2 py-1 text-dense text-white">
              {isUnplayable
                ? 'This browser cannot play this clip. Download it to watch it.'
                : 'This browser shows the SDR copy. The HDR file is under Download.'}
            </span>
          </p>
        )}
      </div>
      {bar}
      <ClipTransport clip={clip} fps={fps} frames={frames} joints={joints}>
        {frameActs.length > 0 && <FrameMenu acts={frameActs} />}
      </ClipTransport>
    </div>
  )
}
