import { useEffect, useRef, useState } from 'react'
import type { Tile } from '#contract/wall.ts'
import { useReducedMotion } from '../../lib/use-reduced-motion.ts'
import { stripCells, stripPath } from '../../media/frame-address.ts'
import { ClipVideo } from './clip-video.tsx'
import { play, seek } from './seek-latest.ts'

type ClipPreviewProps = {
  still: NonNullable<Tile['still']>
  /** What the pointer moves on. */
  target: HTMLElement
}

const beginMs = 150
/** A pointer that has stood for this long lets the clip play on from there. */
const stillMs = 600
/** A pointer that only came in has not scrubbed yet, CSS pixels. */
const slackPx = 8

/** The one clip that moves: plays, or shows the moment that the pointer is at. */
export function ClipPreview({ still, target }: ClipPreviewProps) {
  const { sha256, frames = 1, fps = 24 } = still
  const isCalm = useReducedMotion()
  const video = useRef<HTMLVideoElement>(null)
  const line = useRef<HTMLSpanElement>(null)
  const [isBegun, setBegun] = useState(false)
  const [cell, setCell] = useState<number | null>(null)

  useEffect(() => {
    const timer = setTimeout(() => setBegun(true), beginMs)
    return () => clearTimeout(timer)
  }, [])

  useEffect(() => {
    let resume: ReturnType<typeof setTimeout> | undefined
    let from: number | null = null
    const leaving = new AbortController()
    const scrub = ({ clientX }: PointerEvent) => {
      const { left, width } = target.getBoundingClientRect()
      from ??= clientX
      if (Math.abs(clientX - from) < slackPx && from !== Infinity) return
      from = Infinity
      const share = Math.max(0, Math.min(0.9999, (clientX - left) / width))
      setBegun(true)
      setCell(Math.floor(share * stripCells()))
      seek(video.current, (Math.floor(share * frames) + 0.5) / fps)
      showShare(line.current, share)
      clearTimeout(resume)
      if (!isCalm) resume = setTimeout(() => play(video.current), stillMs)
    }
    target.addEventListener('pointermove', scrub, { signal: leaving.signal })
    return () => {
      clearTimeout(resume)
      leaving.abort()
    }
  }, [target, frames, fps, isCalm])

  if (!isBegun) return null
  const cells = stripCells()
  return (
    <>
      <ClipVideo
        video={video}
        onTime={(share) => showShare(line.current, share)}
        src={`/media/${sha256}`}
        isPlaying={!isCalm && cell === null}
        onShown={() => setCell(null)}
      />
      {cell !== null && (
        <span
          className="absolute inset-0 bg-no-repeat"
          style={{
            backgroundImage: `url("${stripPath(sha256)}")`,
            backgroundSize: `${cells * 100}% 100%`,
            backgroundPosition: `${(cell / (cells - 1)) * 100}% 0`,
          }}
        />
      )}
      <span
        ref={line}
        className="absolute inset-x-0 bottom-0 h-0.5 origin-left scale-x-0 bg-white"
      />
    </>
  )
}

function showShare(line: HTMLElement | null, share: number) {
  if (line) line.style.transform = `scaleX(${share})`
}
