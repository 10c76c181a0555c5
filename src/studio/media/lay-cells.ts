type Strip = { width: number; height: number; cells: number; ratio: number }

/** In CSS pixels of one cell shown: which still of the sprite, and where the sprite lies behind it. */
export type LaidCell = { cell: number; offset: number }

/**
 * As many stills as fit beside each other in their own shape, at most those of the sprite; each
 * cropped or enlarged to fill its share of the width.
 */
export function layCells({ width, height, cells, ratio }: Strip): {
  spriteWidth: number
  shown: LaidCell[]
} {
  const own = Math.max(1, height * ratio)
  const count = Math.max(1, Math.min(cells, Math.round(width / own)))
  const share = width / count
  const drawn = Math.max(share, own)
  const shown = Array.from({ length: count }, (_, index) => {
    const cell = Math.min(cells - 1, Math.floor(((index + 0.5) * cells) / count))
    return { cell, offset: share / 2 - (cell + 0.5) * drawn }
  })
  return { spriteWidth: drawn * cells, shown }
}
