import { useState } from 'react'
import { useReducedMotion } from '../../lib/use-reduced-motion.ts'
import type { Clip } from '../../media/use-clip.ts'
import type { ReframeSource } from './reframe-source.ts'

type SourcePictureProps = {
  source: ReframeSource
  clip: Clip
  isPlayable: boolean
  onUnplayable: () => void
}

/** The source filling its rectangle: the clip itself, or its frames as stills where it cannot play. */
export function SourcePicture({ source, clip, isPlayable, onUnplayable }: SourcePictureProps) {
  const { attach, isLooping, frame, onPlay, onPause } = clip
  const isStill = useReducedMotion()
  const [isReady, setIsReady] = useState(false)
  const poster = `/media/${source.sha256}/poster`
  if (!isPlayable) return <FrameStill source={source} frame={frame} poster={poster} />
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- generated clips have no sound */}
      <video
        ref={attach}
        src={source.address}
        poster={poster}
        aria-hidden
        tabIndex={-1}
        autoPlay={!isStill}
        loop={isLooping}
        muted
        playsInline
        onPlay={onPlay}
        onPause={onPause}
        onLoadedData={() => setIsReady(true)}
        onError={onUnplayable}
        className="size-full object-fill"
      />
      {!isReady && (
        <span className="absolute inset-x-0 bottom-2 text-center text-mark text-white">
          <span className="rounded-sm bg-black/65 px-2 py-0.5">Loading the clip…</span>
        </span>
      )}
    </>
  )
}

type FrameStillProps = { source: ReframeSource; frame: number; poster: string }

function FrameStill({ source, frame, poster }: FrameStillProps) {
  const [hasFrames, setHasFrames] = useState(true)
  return (
    <img
      src={hasFrames ? `/media/${source.sha256}/frame/${frame}` : poster}
      alt=""
      draggable={false}
      onError={() => setHasFrames(false)}
      className="size-full object-fill"
    />
  )
}
