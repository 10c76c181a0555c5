import sharp from 'sharp'
import type { Size } from '#contract/size.ts'
import { planesOf } from './i420-planes.ts'

/** An I420 picture of another size made to cover `size`, its middle kept. */
export async function fittedFrame(i420: Uint8Array, from: Size, size: Size): Promise<Uint8Array> {
  if (from.width === size.width && from.height === size.height) return i420
  const target = new Uint8Array((size.width * size.height * 3) / 2)
  const [sources, targets] = [planesOf(from), planesOf(size)]
  for (const [n, { start, end, width, height }] of sources.entries()) {
    const to = targets[n]!
    const plane = await sharp(i420.subarray(start, end), { raw: { width, height, channels: 1 } })
      .resize({ width: to.width, height: to.height, fit: 'cover', kernel: 'lanczos3' })
      .toColourspace('b-w')
      .raw()
      .toBuffer()
    target.set(plane, to.start)
  }
  return target
}
