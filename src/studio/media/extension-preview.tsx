import { useEffect, useRef } from 'react'
import { useReducedMotion } from '../lib/use-reduced-motion.ts'
import { edgeRange, stripCells, stripPath } from './frame-address.ts'
import { useSprite } from './use-sprite.ts'

type ExtensionPreviewProps = {
  sha256: string
  frames: number
  fps: number
  /** Where it goes on: after its last frames, or before its first. */
  edge: 'first' | 'last'
  caption: string
}

/** The frames into or out of which an extension goes, played over and over; still with less motion. */
export function ExtensionPreview({ sha256, frames, fps, edge, caption }: ExtensionPreviewProps) {
  const book = useRef<HTMLDivElement>(null)
  const isStill = useReducedMotion()
  const range = edgeRange(frames, edge)
  const cells = stripCells(range)
  const src = stripPath(sha256, range)
  const ratio = useSprite(src, cells)
  const restsAt = edge === 'last' && cells > 1 ? '100%' : '0%'

  useEffect(() => {
    if (isStill || ratio === null || ratio === 'failed' || cells < 2) return undefined
    const turned = book.current?.animate(
      { backgroundPositionX: ['0%', `${(cells / (cells - 1)) * 100}%`] },
      { duration: (cells / fps) * 1000, easing: `steps(${cells})`, iterations: Infinity },
    )
    return () => turned?.cancel()
  }, [isStill, ratio, cells, fps])

  if (ratio === 'failed') return null
  return (
    <figure className="flex min-w-0 items-center gap-2">
      <div
        ref={book}
        aria-hidden
        className="h-18 shrink-0 rounded-sm bg-page bg-no-repeat"
        style={{
          aspectRatio: ratio ?? 16 / 9,
          backgroundImage: ratio ? `url("${src}")` : undefined,
          backgroundSize: `${cells * 100}% 100%`,
          backgroundPositionX: restsAt,
        }}
      />
      <figcaption className="min-w-0 text-dense text-quiet">{caption}</figcaption>
    </figure>
  )
}
