import { type RefObject, useEffect } from 'react'
import { catchUp } from './seek-latest.ts'

type ClipVideoProps = {
  video: RefObject<HTMLVideoElement | null>
  /** While it plays: which share of it has passed. */
  onTime: (share: number) => void
  src: string
  isPlaying: boolean
  /** It plays, or shows the moment that was wanted last. */
  onShown: () => void
}

/** The only clip of the wall that has a decoder; lets go of it when it leaves. */
export function ClipVideo({ video, onTime, src, isPlaying, onShown }: ClipVideoProps) {
  useEffect(() => {
    const element = video.current
    return () => {
      element?.removeAttribute('src')
      element?.load()
    }
  }, [video])
  return (
    <video
      ref={video}
      src={src}
      muted
      loop
      playsInline
      disablePictureInPicture
      autoPlay={isPlaying}
      preload="auto"
      aria-hidden
      className="absolute inset-0 size-full object-cover"
      onLoadedData={({ currentTarget }) => catchUp(currentTarget)}
      onSeeked={({ currentTarget }) => catchUp(currentTarget) && onShown()}
      onPlay={onShown}
      onTimeUpdate={({ currentTarget: { paused, currentTime, duration } }) => {
        if (!paused) onTime(currentTime / (duration || 1))
      }}
    />
  )
}
