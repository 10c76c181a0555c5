import sharp from 'sharp'
import type { Pixels } from '../reading/pixels.ts'

/** A picture scaled to fill a frame, what does not fit cut off evenly. */
export async function coverCrop(
  picture: Pixels,
  size: { width: number; height: number },
): Promise<Pixels> {
  const { width, height, rgb } = picture
  const data = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .resize({ ...size, fit: 'cover', kernel: 'lanczos3' })
    .raw()
    .toBuffer()
  return { ...size, rgb: new Uint8Array(data.buffer, data.byteOffset, data.length) }
}
