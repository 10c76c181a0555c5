import sharp from 'sharp'
import type { DecodedFrame } from './media-backend.ts'
import { MediaFault, toFault } from './media-fault.ts'
import { sniffMedia } from './sniff-media.ts'

// A file that is written anew under its old name must be read anew.
sharp.cache(false)

const mostPx = 8000

/**
 * Any still as 8-bit sRGB: upright by its EXIF, colours by its ICC profile (CMYK too), the first
 * frame of what moves, transparent parts on white as a page would show them. Scaled down by Lanczos
 * when a side is longer than `maxSide`.
 *
 * @throws MediaFault with one sentence about the file.
 */
export async function readPicture(
  path: string,
  { maxSide }: { maxSide?: number } = {},
): Promise<DecodedFrame> {
  await pictureSize(path)
  try {
    const picture = open(path).autoOrient().flatten({ background: '#ffffff' })
    if (maxSide) {
      picture.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    }
    const { data, info } = await picture
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, rgb: data }
  } catch (error) {
    throw toFault(error)
  }
}

/**
 * The size of a still as shown, from its header: nothing is decoded.
 *
 * @throws MediaFault when it is not a picture, or has a side above 8000 pixels.
 */
export async function pictureSize(
  path: string,
): Promise<{ media_type: string; width: number; height: number }> {
  const media_type = await sniffMedia(path)
  if (!media_type.startsWith('image/')) throw new MediaFault('unsupported', 'it is not a picture')
  const found = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => Promise.reject(toFault(error)))
  const { width, height } = found.autoOrient
  if (Math.max(width, height) > mostPx) {
    const size = `${width} × ${height} pixels`
    throw new MediaFault('too_large', `it is ${size}; ${mostPx} a side is the most`)
  }
  return { media_type, width, height }
}

function open(path: string) {
  return sharp(path, {
    limitInputPixels: mostPx * mostPx,
    failOn: 'warning',
    page: 0,
    pages: 1,
    sequentialRead: true,
  })
}
