import { join } from 'node:path'
import sharp from 'sharp'
import type { FrameRate } from '../media/media-backend.ts'
import { openVideoEncoder } from '../media/video-encoder.ts'
import { naturalPicture, type Place } from '../natural-picture.fixture.ts'

type Size = { width: number; height: number }

const luma = ([r, g, b]: readonly [number, number, number]) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** RGB bytes as I420, BT.709, limited range; both sides even. */
function i420Of(rgb: Uint8Array, { width, height }: Size): Uint8Array {
  const planes = new Uint8Array((width * height * 3) / 2)
  const at = (x: number, y: number) => {
    const p = (y * width + x) * 3
    return [rgb[p] ?? 0, rgb[p + 1] ?? 0, rgb[p + 2] ?? 0] as const
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      planes[y * width + x] = Math.round(16 + (luma(at(x, y)) * 219) / 255)
    }
  }
  const [w, u] = [width / 2, width * height]
  const v = u + (w * height) / 2
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const four = [at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)]
      const mean = (c: 0 | 1 | 2) => four.reduce((sum, pixel) => sum + pixel[c] / 4, 0)
      const grey = luma([mean(0), mean(1), mean(2)])
      const n = (y / 2) * w + x / 2
      planes[u + n] = Math.round(128 + ((mean(2) - grey) / 1.8556) * (224 / 255))
      planes[v + n] = Math.round(128 + ((mean(0) - grey) / 1.5748) * (224 / 255))
    }
  }
  return planes
}

/** A photograph that the camera pans across, as I420 pictures. */
export async function pannedPictures(place: Place, size: Size, frames: number) {
  const wide = { width: Math.ceil(size.width * 0.65) * 2, height: size.height }
  const rgb = await naturalPicture(place, wide)
  const source = sharp(rgb, { raw: { ...wide, channels: 3 } })
  const pictures: Uint8Array[] = []
  for (let n = 0; n < frames; n++) {
    const left = Math.round(((wide.width - size.width) * n) / Math.max(1, frames - 1))
    const cut = await source
      .clone()
      .extract({ left, top: 0, ...size })
      .raw()
      .toBuffer()
    pictures.push(i420Of(cut, size))
  }
  return pictures
}

/** Writes pictures as an H.264 file of good quality and returns its path. */
export async function writeClip(
  folder: string,
  name: string,
  size: Size,
  pictures: readonly Uint8Array[],
  rate: FrameRate = { num: 24, den: 1 },
): Promise<string> {
  const path = join(folder, name)
  const encoder = await openVideoEncoder({ path, ...size, rate, keyInterval: 12, crf: 10 })
  for (const picture of pictures) await encoder.write(picture)
  await encoder.close()
  return path
}
