import sharp from 'sharp'
import type { Size } from '#contract/size.ts'
import { openVideoEncoder } from '../media/video-encoder.ts'
import { naturalPicture, type Place } from '../natural-picture.fixture.ts'
import { i420OfRgb } from './i420-of-rgb.ts'

/** A window of the photograph: left and top edge and width, pixels of 1920 × 1080. */
type Window = { left: number; top: number; width: number }
const wide = { width: 1920, height: 1080 }

/** Writes a clip, 24 a second, for which a camera passes over a photograph. */
export async function writeMovingWindow(
  path: string,
  { place, size, frames }: { place: Place; size: Size; frames: number },
  windowAt: (frame: number) => Window,
): Promise<void> {
  const rgb = await naturalPicture(place, wide)
  const rate = { num: 24, den: 1 }
  const encoder = await openVideoEncoder({ path, ...size, rate, keyInterval: 12 })
  for (let frame = 0; frame < frames; frame++) {
    const { left, top, width } = windowAt(frame)
    const k = size.width / width
    const shift = { odx: -left * k, ody: -top * k }
    const scaled = await sharp(rgb, { raw: { ...wide, channels: 3 } })
      .affine([k, 0, 0, k], { ...shift, interpolator: 'bicubic' })
      .png({ compressionLevel: 0 })
      .toBuffer()
    const seen = sharp(scaled)
      .extract({ left: 0, top: 0, ...size })
      .removeAlpha()
    await encoder.write(i420OfRgb(await seen.raw().toBuffer(), size))
  }
  await encoder.close()
}
