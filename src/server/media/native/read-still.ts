import { openDecoder } from './open-decoder.ts'
import { openVideo } from './open-video.ts'
import { openPictureFilter, rgbFilters } from './picture-filter.ts'

/** Three bytes a pixel, SDR, upright. */
export type RgbPicture = { width: number; height: number; rgb: Buffer }

const framesSearched = 48
const flatSpread = 24

/**
 * The first frame that is not one flat colour; the very first when the beginning is all flat.
 *
 * @throws Error with one plain sentence about the video.
 */
export async function readStill(path: string): Promise<RgbPicture> {
  const video = await openVideo(path)
  const filter = openPictureFilter(rgbFilters(video.turn))
  try {
    const decoder = await openDecoder(video)
    try {
      let first: RgbPicture | undefined
      for (let seen = 0; seen < framesSearched; seen++) {
        const frame = await decoder.next()
        if (!frame) break
        const shown = await filter.pass(frame)
        const still = { width: shown.width, height: shown.height, rgb: shown.toBuffer() }
        if (!isFlat(still.rgb)) return still
        first ??= still
      }
      if (!first) throw new Error('This video has no picture in it.')
      return first
    } finally {
      decoder.free()
    }
  } finally {
    filter.free()
    await video.file.closeInput()
  }
}

function isFlat(rgb: Uint8Array) {
  let [darkest, brightest] = [255, 0]
  for (let at = 1; at < rgb.length; at += 3 * 31) {
    darkest = Math.min(darkest, rgb[at]!)
    brightest = Math.max(brightest, rgb[at]!)
  }
  return brightest - darkest < flatSpread
}
