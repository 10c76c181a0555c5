import { open } from 'node:fs/promises'
import sharp from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import type { DataFolder } from '../store/data-folder.ts'
import { placeFile } from './place-file.ts'
import { extractPoster, makeThumb } from './poster.ts'

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
  const temp = folder.tempFile()
  const file = await open(temp, 'wx')
  try {
    await file.writeFile(still)
  } finally {
    await file.close()
  }
  await placeFile(temp, folder.stillFile(sha256))
  return thumbhashOf(still)
}
