import { resolve } from 'node:path'
import { mediaProcess } from './media-process.ts'
import { openPicture } from './open-picture.ts'

/** Pixels of the longer side; smaller media keep their size. */
type Fit = { maxSide: number }

/**
 * A WebP still of a video, upright, in SDR: its first frame that is not one flat colour.
 *
 * @throws Error with one plain sentence for a video that cannot be read.
 */
export async function extractPoster(path: string, { maxSide }: Fit): Promise<Buffer> {
  const said = await mediaProcess.ask({ ask: 'poster', path: resolve(path), maxSide })
  if (!('picture' in said)) throw new Error('No still could be made of this video.')
  return Buffer.from(said.picture.buffer, said.picture.byteOffset, said.picture.byteLength)
}

/** A WebP thumbnail of a picture, upright, without the picture's metadata. */
export async function makeThumb(path: string, { maxSide }: Fit): Promise<Buffer> {
  return openPicture(path)
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer()
}
