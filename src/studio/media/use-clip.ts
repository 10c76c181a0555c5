import { useEffect, useState } from 'react'
import { clampFrame, frameAt, seekTime } from './clip-frames.ts'

/** A video element as a strip of numbered frames. `attach` is the element's ref. */
export function useClip({ fps, frames }: { fps: number; frames: number }) {
  const [video, attach] = useState<HTMLVideoElement | null>(null)
  const [frame, setFrame] = useState(0)
  const [isPlaying, setIsPlaying] = useState(false)
  const [isLooping, setIsLooping] = useState(true)
  const [source, setSource] = useState('')

  useEffect(() => {
    if (!video) return undefined
    return followFrames(video, (time) => setFrame(frameAt(time, fps, frames)))
  }, [video, fps, frames])

  useEffect(() => {
    if (!video) return undefined
    return followSource(video, setSource)
  }, [video])

  const show = (wanted: number) => {
    const next = clampFrame(wanted, frames)
    setFrame(next)
    video?.pause()
    seek(video, seekTime(next, fps))
  }
  const toggle = () => {
    if (video?.paused) void video.play().catch(() => undefined)
    else video?.pause()
  }

  return {
    attach,
    /** The address that plays; empty until it is known. */
    source,
    frame,
    isPlaying,
    isLooping,
    show,
    step: (by: number) => show(frame + by),
    toggle,
    toggleLoop: () => setIsLooping(!isLooping),
    onPlay: () => setIsPlaying(true),
    onPause: () => setIsPlaying(false),
  }
}
export type Clip = ReturnType<typeof useClip>

function seek(video: HTMLVideoElement | null, timeS: number) {
  if (video) video.currentTime = timeS
}

/** Tells which of its sources plays, once that is known. */
function followSource(video: HTMLVideoElement, onSource: (address: string) => void) {
  const read = () => {
    if (video.readyState >= HTMLMediaElement.HAVE_METADATA) onSource(video.currentSrc)
  }
  const told = ['loadedmetadata', 'canplay', 'playing']
  for (const event of told) video.addEventListener(event, read)
  read()
  return () => {
    for (const event of told) video.removeEventListener(event, read)
  }
}

/** Tells the media time of each frame that is shown, or often enough where frames are not told. */
function followFrames(video: HTMLVideoElement, onTime: (timeS: number) => void) {
  const read = () => onTime(video.currentTime)
  const isExact = typeof video.requestVideoFrameCallback === 'function'
  const told = isExact ? ['pause', 'seeked'] : ['pause', 'seeked', 'timeupdate']
  for (const event of told) video.addEventListener(event, read)
  let handle = 0
  const follow = () => {
    handle = video.requestVideoFrameCallback((_now, { mediaTime }) => {
      if (!video.seeking) onTime(mediaTime)
      follow()
    })
  }
  if (isExact) follow()
  return () => {
    for (const event of told) video.removeEventListener(event, read)
    if (isExact) video.cancelVideoFrameCallback(handle)
  }
}
