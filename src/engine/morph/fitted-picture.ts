import sharp from 'sharp'
import type { Size } from '#contract/size.ts'
import { pictureSize, readPicture } from '../media/read-picture.ts'
import { i420OfRgb } from './i420-of-rgb.ts'
import { i420Bytes } from './i420-planes.ts'

/** Decoded at most this much larger than needed, so that a huge picture costs no memory. */
const spare = 2

/**
 * A still as I420 of exactly `size`: it covers the canvas, its middle stays. A picture of that very
 * size is taken pixel by pixel. In shared memory.
 *
 * @throws MediaFault with one sentence about the file.
 */
export async function fittedPicture(path: string, size: Size): Promise<Uint8Array> {
  const target = new Uint8Array(new SharedArrayBuffer(i420Bytes(size)))
  const found = await pictureSize(path)
  const cover = Math.max(size.width / found.width, size.height / found.height)
  const maxSide = Math.ceil(Math.max(found.width, found.height) * cover * spare)
  const { width, height, rgb } = await readPicture(path, { maxSide })
  if (width === size.width && height === size.height) return i420OfRgb(rgb, size, target)
  const fitted = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .resize({ ...size, fit: 'cover', kernel: 'lanczos3' })
    .raw()
    .toBuffer()
  return i420OfRgb(fitted, size, target)
}
