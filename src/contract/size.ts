/** Whole pixels. */
export type Size = { width: number; height: number }

/** Width over height of a ratio written `16:9`. */
export function ratioOf(ratio: string): number {
  const [width, height] = ratio.split(':').map(Number)
  if (!width || !height) throw new RangeError(`'${ratio}' is not a ratio`)
  return width / height
}

/** The even whole number nearest to `px`: encoders with 4:2:0 chroma need even sides. */
export const evenNearest = (px: number) => Math.max(2, Math.round(px / 2) * 2)
