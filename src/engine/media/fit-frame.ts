import sharp from 'sharp'
import type { DecodedFrame } from './media-backend.ts'

/** Scaled down by Lanczos when a side is longer than `maxSide`. */
export async function fitFrame(full: DecodedFrame, maxSide?: number): Promise<DecodedFrame> {
  if (!maxSide || Math.max(full.width, full.height) <= maxSide) return full
  const { width, height, rgb } = full
  const { data, info } = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .resize({ width: maxSide, height: maxSide, fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, rgb: data }
}
