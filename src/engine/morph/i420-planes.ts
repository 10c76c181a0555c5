import type { Size } from '#contract/size.ts'

/** Where the planes of an I420 picture lie. */
export function planesOf({ width, height }: Size) {
  const luma = width * height
  const half = { width: width / 2, height: height / 2 }
  const chroma = half.width * half.height
  return [
    { start: 0, end: luma, width, height },
    { start: luma, end: luma + chroma, ...half },
    { start: luma + chroma, end: luma + 2 * chroma, ...half },
  ] as const
}

export const i420Bytes = ({ width, height }: Size) => (width * height * 3) / 2
