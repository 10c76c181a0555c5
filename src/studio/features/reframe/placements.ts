import type { Size } from '#contract/size.ts'
import { positionReach, type Rectangle } from '#contract/video-reframe.ts'

const centred = ({ width, height }: Size, canvas: Size): Rectangle => ({
  x: Math.round((canvas.width - width) / 2) || 0,
  y: Math.round((canvas.height - height) / 2) || 0,
  width,
  height,
})

/** All of the source is seen, as large as that allows. Whole pixels. */
export function fitSize(ratio: number, canvas: Size): Size {
  return ratio > canvas.width / canvas.height
    ? { width: canvas.width, height: Math.round(canvas.width / ratio) }
    : { width: Math.round(canvas.height * ratio), height: canvas.height }
}

/** All of the canvas is covered; `null` where that is larger than the API takes. Whole pixels. */
export function fillSize(ratio: number, canvas: Size): Size | null {
  const size =
    ratio > canvas.width / canvas.height
      ? { width: Math.ceil(canvas.height * ratio - 1e-6), height: canvas.height }
      : { width: canvas.width, height: Math.ceil(canvas.width / ratio - 1e-6) }
  const isInReach =
    size.width <= positionReach * canvas.width && size.height <= positionReach * canvas.height
  return isInReach ? size : null
}

/** Why a source cannot cover the canvas; `null`: it can. */
export function noFillReason(ratio: number, canvas: Size): string | null {
  if (fillSize(ratio, canvas)) return null
  const side = ratio > canvas.width / canvas.height ? 'width' : 'height'
  return `Fill needs more than 2 × the ${side}.`
}

export const fitted = (ratio: number, canvas: Size) => centred(fitSize(ratio, canvas), canvas)

export function filled(ratio: number, canvas: Size): Rectangle | null {
  const size = fillSize(ratio, canvas)
  return size && centred(size, canvas)
}

export const centredOn = (rectangle: Rectangle, canvas: Size) => centred(rectangle, canvas)
