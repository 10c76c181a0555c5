import sharp from 'sharp'
import { readFrame } from '../media/read-frame.ts'
import { readPicture } from '../media/read-picture.ts'
import type { SourceMedia } from '../render/renderer.ts'
import { i420Bytes } from './frame-input.ts'
import { fromCoded } from './yuv-colour.ts'

type Size = { width: number; height: number }

/** A guide as an I420 picture of the clip's size: it covers the frame, its middle stays. */
export async function fittedGuide(media: SourceMedia, size: Size): Promise<Uint8Array> {
  const isVideo = media.media_type.startsWith('video/')
  const { width, height, rgb } = isVideo
    ? await readFrame(media.path, 0)
    : await readPicture(media.path)
  const fitted = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .resize({ ...size, fit: 'cover', kernel: 'lanczos3' })
    .raw()
    .toBuffer()
  return toI420(fitted, size)
}

function toI420(rgb: Uint8Array, { width, height }: Size): Uint8Array {
  const i420 = new Uint8Array(i420Bytes({ width, height }))
  const cw = width >> 1
  const planeU = width * height
  const planeV = planeU + cw * (height >> 1)
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      let [su, sv] = [0, 0]
      for (const n of [
        y * width + x,
        y * width + x + 1,
        (y + 1) * width + x,
        (y + 1) * width + x + 1,
      ]) {
        const [l, u, v] = fromCoded(rgb[n * 3]! / 255, rgb[n * 3 + 1]! / 255, rgb[n * 3 + 2]! / 255)
        i420[n] = Math.round(l)
        su += u
        sv += v
      }
      const c = (y >> 1) * cw + (x >> 1)
      i420[planeU + c] = Math.round(128 + su / 4)
      i420[planeV + c] = Math.round(128 + sv / 4)
    }
  }
  return i420
}
