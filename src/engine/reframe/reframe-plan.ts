import type { Size } from '#contract/size.ts'
import type { Edges } from './source-rectangle.ts'

/** What words make of a row of the mirrored fill: out = value × gain + offset, codes 0…255. */
type RowGrade = { gain: number; offset: number }

/** Above and below the picture's middle, for Y, U and V. */
export type FillGrade = { upper: RowGrade; lower: RowGrade }

type ReframeFill =
  /** The source covers the canvas. */
  | { kind: 'none' }
  | { kind: 'mirror'; grade: readonly FillGrade[] | null }
  /**
   * The wider scene comes behind each source picture, `painted` pixels that are stretched to cover
   * the canvas; `reach` px is how far the source's border is felt in it;
   * `isChanged` says that words make it another than the source shows.
   */
  | {
      kind: 'scene'
      painted: Size
      stretch: { across: number; down: number }
      reach: number
      isChanged: boolean
    }

/** Plain data for the workers: everything that is the same in all frames. */
export type ReframePlan = {
  /** Even sides. */
  source: Size
  canvas: Size
  rectangle: Edges
  fill: ReframeFill
}

/** Bytes that go with each frame: the source's picture, then the wider scene if there is one. */
export const inputBytes = ({ source, fill }: ReframePlan) =>
  i420Bytes(source) + (fill.kind === 'scene' ? i420Bytes(fill.painted) : 0)

export const i420Bytes = ({ width, height }: Size) => (width * height * 3) / 2

/** The planes of an I420 picture: where each begins, and what of a luma pixel's side one holds. */
export function planesOf({ width, height }: Size) {
  const [w, h] = [width / 2, height / 2]
  return [
    { offset: 0, width, height, pixels: 1 },
    { offset: width * height, width: w, height: h, pixels: 2 },
    { offset: width * height + w * h, width: w, height: h, pixels: 2 },
  ]
}
