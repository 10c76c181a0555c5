/** Cells side by side in the sprite of a clip, at most. */
export const stripCellsMost = 24

/** Frames from `from` up to, but not with, `to`. */
export type FrameRange = { from: number; to: number }

/** What each cell of the sprite of these frames shows: the frame in the middle of its share. */
export function stripFrames(
  { from, to }: FrameRange,
  cells = stripCellsOf({ from, to }),
): number[] {
  const frames = to - from
  return Array.from({ length: cells }, (_, k) => from + Math.floor(((k + 0.5) * frames) / cells))
}

/** A sprite of a part has a cell for each frame, as long as there are few. */
export const stripCellsOf = ({ from, to }: FrameRange): number =>
  Math.min(stripCellsMost, to - from)
