import sharp from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import type { DataFolder } from '../store/data-folder.ts'
import { extractPoster, makeThumb } from './poster.ts'
import { writeDrawn } from './write-drawn.ts'

const maxSidePx = 512
const hashSidePx = 100

/** @throws Error when nothing can be drawn from the file */
async function drawStill(path: string, medium: 'image' | 'video'): Promise<Buffer> {
  const draw = medium === 'image' ? makeThumb : extractPoster
  return draw(path, { maxSide: maxSidePx })
}

async function thumbhashOf(still: Buffer): Promise<string> {
  const { data, info } = await sharp(still)
    .resize(hashSidePx, hashSidePx, { fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}

/** Draws the small WebP still of a picture or clip, keeps it, and gives its thumbhash in base64. */
export async function keepStill(
  folder: DataFolder,
  { sha256, medium }: { sha256: string; medium: 'image' | 'video' },
): Promise<string> {
  const still = await drawStill(folder.mediaFile(sha256), medium)
  await writeDrawn(folder, folder.stillFile(sha256), still)
  return thumbhashOf(still)
}
