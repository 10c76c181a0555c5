import { type FrameRange, stripCellsMost, stripCellsOf } from '#contract/clip-strip.ts'

/** A still of exactly one frame of a clip, WebP, up to 1280 px wide. */
export const framePath = (sha256: string, frame: number): string =>
  `/media/${sha256}/frame/${frame}`

/** The sprite of a clip, or of a part of it: stills side by side, each 72 px high. */
export const stripPath = (sha256: string, range?: FrameRange): string =>
  range ? `/media/${sha256}/strip?from=${range.from}&to=${range.to}` : `/media/${sha256}/strip`

/** How many stills that sprite has. */
export const stripCells = (range?: FrameRange): number =>
  range ? stripCellsOf(range) : stripCellsMost

/** The frames with which an extension begins: a second at most, of those the sprite shows all. */
export function edgeRange(frames: number, edge: 'first' | 'last'): FrameRange {
  const count = Math.min(frames, stripCellsMost)
  return edge === 'first' ? { from: 0, to: count } : { from: frames - count, to: frames }
}
