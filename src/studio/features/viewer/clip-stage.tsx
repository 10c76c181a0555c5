import { type MediaItem, mediaPath, stillPath } from '#contract/media-item.ts'
import { useReducedMotion } from '../../lib/use-reduced-motion.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { ClipTransport } from './clip-transport.tsx'
import { useClip } from './use-clip.ts'

type ClipStageProps = { item: Extract<MediaItem, { medium: 'video' }>; name: string }

/** A clip as large as fits, under a transport that counts frames. */
export function ClipStage({ item, name }: ClipStageProps) {
  const { fps, frames } = item
  const clip = useClip({ fps, frames })
  const { attach, isLooping, toggle, step, onPlay, onPause } = clip
  const isStill = useReducedMotion()
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
          src={mediaPath(item)}
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
        />
      </div>
      <ClipTransport clip={clip} fps={fps} frames={frames} />
    </div>
  )
}
