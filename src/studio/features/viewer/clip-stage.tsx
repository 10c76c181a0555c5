import { useState } from 'react'
import { type MediaItem, mediaPath, stillPath } from '#contract/media-item.ts'
import { useReducedMotion } from '../../lib/use-reduced-motion.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { ClipTransport } from '../../media/clip-transport.tsx'
import { FrameMenu, type FrameWay, type TakeFrame } from './frame-menu.tsx'
import { useClip } from '../../media/use-clip.ts'

type ClipStageProps = {
  item: Extract<MediaItem, { medium: 'video' }>
  /** The same pictures in other forms, taken where this browser cannot play the first. */
  copies: readonly MediaItem[]
  name: string
  frameWays: readonly FrameWay[]
  onFrame: TakeFrame
}

/** A clip as large as fits, under a transport that counts frames. */
export function ClipStage({ item, copies, name, frameWays, onFrame }: ClipStageProps) {
  const { fps, frames } = item
  const clip = useClip({ fps, frames })
  const { attach, isLooping, toggle, step, onPlay, onPause } = clip
  const isStill = useReducedMotion()
  const [isUnplayable, setIsUnplayable] = useState(false)
  const isCopy = clip.source !== '' && !clip.source.endsWith(mediaPath(item))
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
          poster={stillPath(item) ?? undefined}
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
          {[item, ...copies].map((form, index) => (
            <source
              key={form.sha256}
              src={mediaPath(form)}
              type={form.media_type}
              {...(index === copies.length && { onError: () => setIsUnplayable(true) })}
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
      <ClipTransport clip={clip} fps={fps} frames={frames}>
        <FrameMenu ways={frameWays} onTake={(way) => onFrame(item.sha256, clip.frame, way)} />
      </ClipTransport>
    </div>
  )
}
