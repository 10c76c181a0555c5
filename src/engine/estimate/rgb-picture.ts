type Size = { width: number; height: number }

/** Full-range RGB bytes, three a pixel. */
export type RgbPicture = Size & { rgb: Uint8Array }

/** A rectangle in fractions of a picture's width and height; it may lie partly outside. */
export type Window = { x: number; y: number; width: number; height: number }

/** What an I420 picture shows (BT.709, limited range), scaled down to fit `longSide`. */
export function rgbPicture(i420: Uint8Array, size: Size, longSide: number): RgbPicture {
  const scale = Math.min(1, longSide / Math.max(size.width, size.height))
  const width = Math.max(1, Math.round(size.width * scale))
  const height = Math.max(1, Math.round(size.height * scale))
  const cw = size.width >> 1
  const planeU = size.width * size.height
  const planeV = planeU + cw * (size.height >> 1)
  const rgb = new Uint8Array(width * height * 3)
  for (let j = 0, o = 0; j < height; j++) {
    const y = Math.min(size.height - 2, Math.floor(((j + 0.5) * size.height) / height))
    for (let i = 0; i < width; i++, o += 3) {
      const x = Math.min(size.width - 2, Math.floor(((i + 0.5) * size.width) / width))
      const n = y * size.width + x
      const c = (y >> 1) * cw + (x >> 1)
      const near = i420[n]! + i420[n + 1]! + i420[n + size.width]! + i420[n + size.width + 1]!
      const luma = 1.164 * ((scale < 0.8 ? near / 4 : i420[n]!) - 16)
      const u = i420[planeU + c]! - 128
      const v = i420[planeV + c]! - 128
      rgb[o] = clamped(luma + 1.793 * v)
      rgb[o + 1] = clamped(luma - 0.213 * u - 0.533 * v)
      rgb[o + 2] = clamped(luma + 2.112 * u)
    }
  }
  return { width, height, rgb }
}

const clamped = (v: number) => (v < 0 ? 0 : v > 255 ? 255 : Math.round(v))

/** A window of a picture as a square of `side` pixels; black where there is no picture. */
export function squareOf({ width, height, rgb }: RgbPicture, window: Window, side: number) {
  const square = new Uint8Array(side * side * 3)
  for (let j = 0; j < side; j++) {
    const y = (window.y + ((j + 0.5) / side) * window.height) * height - 0.5
    if (y < -0.5 || y > height - 0.5) continue
    const y0 = Math.max(0, Math.floor(y))
    const y1 = Math.min(height - 1, y0 + 1)
    const ty = Math.max(0, y - y0)
    for (let i = 0; i < side; i++) {
      const x = (window.x + ((i + 0.5) / side) * window.width) * width - 0.5
      if (x < -0.5 || x > width - 0.5) continue
      const x0 = Math.max(0, Math.floor(x))
      const x1 = Math.min(width - 1, x0 + 1)
      const tx = Math.max(0, x - x0)
      const at = (j * side + i) * 3
      for (let c = 0; c < 3; c++) {
        const top =
          rgb[(y0 * width + x0) * 3 + c]! * (1 - tx) + rgb[(y0 * width + x1) * 3 + c]! * tx
        const low =
          rgb[(y1 * width + x0) * 3 + c]! * (1 - tx) + rgb[(y1 * width + x1) * 3 + c]! * tx
        square[at + c] = Math.round(top + (low - top) * ty)
      }
    }
  }
  return square
}

/** The square around a whole picture, as a window. */
export function wholeSquare({ width, height }: Size): Window {
  const side = Math.max(width, height)
  return {
    x: (1 - side / width) / 2,
    y: (1 - side / height) / 2,
    width: side / width,
    height: side / height,
  }
}
