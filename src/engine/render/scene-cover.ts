import type { Size } from '#contract/size.ts'
import type { PaintWindow } from './view.ts'

/** The frame that a scene of the ratio `aspect` fills when it covers `size`, and the part shown. */
export function sceneCover(aspect: number, size: Size): { frame: Size; window?: PaintWindow } {
  const own = size.width / size.height
  if (Math.abs(own / aspect - 1) < 0.01) return { frame: size }
  const frame =
    own > aspect
      ? { width: size.width, height: Math.round(size.width / aspect) }
      : { width: Math.round(size.height * aspect), height: size.height }
  const frameLeft = -Math.floor((frame.width - size.width) / 2)
  const frameTop = -Math.floor((frame.height - size.height) / 2)
  return { frame, window: { ...size, scale: 1, frameLeft, frameTop } }
}
