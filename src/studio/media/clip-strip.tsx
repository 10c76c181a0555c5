import { useState } from 'react'
import type { FrameRange } from '#contract/clip-strip.ts'
import { useElementSize } from '../lib/use-element-size.ts'
import { stripCells, stripPath } from './frame-address.ts'
import { layCells } from './lay-cells.ts'
import { useSprite } from './use-sprite.ts'

type ClipStripProps = {
  sha256: string
  /** Frames to show, from the first up to, but not with, the last; the whole clip unless told. */
  range?: FrameRange
  /** CSS pixels; the height of its box unless told. */
  height?: number
}

/** A clip, or a part of it, as a row of stills in its own shape, from one picture. */
export function ClipStrip({ sha256, range, height: asked }: ClipStripProps) {
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const { width, height } = useElementSize(box)
  const src = stripPath(sha256, range)
  const cells = stripCells(range)
  const ratio = useSprite(src, cells)
  const isReady = typeof ratio === 'number' && width > 0 && height > 0
  const laid = isReady ? layCells({ width, height, cells, ratio }) : null
  return (
    <div
      ref={setBox}
      aria-hidden
      className={`flex w-full overflow-hidden rounded-sm bg-page ${asked === undefined ? 'h-full' : ''}`}
      style={{ height: asked }}
    >
      {laid?.shown.map(({ cell, offset }) => (
        <div
          key={cell}
          className="h-full flex-1 bg-no-repeat"
          style={{
            backgroundImage: `url("${src}")`,
            backgroundSize: `${laid.spriteWidth}px auto`,
            backgroundPosition: `${offset}px 50%`,
          }}
        />
      ))}
    </div>
  )
}
