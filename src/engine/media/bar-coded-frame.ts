const bars = 8

/**
 * A picture for tests that says its own number: eight vertical bars, white where the bit of
 * `index` is set (lowest bit at the left), over a grey slope. I420, limited range, no colour.
 */
export function barCodedFrame(index: number, width: number, height: number): Uint8Array {
  const i420 = new Uint8Array((width * height * 3) / 2).fill(128)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = (index >> Math.floor((x * bars) / width)) & 1
      i420[y * width + x] = y < height / 2 ? (bit ? 235 : 16) : 16 + Math.floor((x * 219) / width)
    }
  }
  return i420
}
