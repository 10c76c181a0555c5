import type { FileHandle } from 'node:fs/promises'
import { type ReadableBytes, readableBytes } from '../../media/containers/readable-bytes.ts'
import type { Piece } from './pieces.ts'
import { rewriteJpeg } from './rewrite-jpeg.ts'
import { rewriteMp4 } from './rewrite-mp4.ts'
import { rewritePng } from './rewrite-png.ts'
import { rewriteWebp } from './rewrite-webp.ts'
import type { Told } from './told.ts'

type Rewrite = (file: ReadableBytes, told: Told | null) => Promise<Piece[] | null>

const rewriters: Record<string, Rewrite> = {
  'image/png': rewritePng,
  'image/jpeg': rewriteJpeg,
  'image/webp': rewriteWebp,
  'video/mp4': rewriteMp4,
  'video/quicktime': rewriteMp4,
}

/**
 * The file with what is told of it inside, or with `null` without what pictures carry beside their
 * pixels. Pixels, colours and orientation stay what they are, and nothing is encoded anew. A file
 * of another kind, or one that is not well made, is taken as it is.
 */
export async function rewriteFile(
  file: FileHandle,
  mediaType: string,
  told: Told | null,
): Promise<Piece[]> {
  const { size } = await file.stat()
  const whole = [{ from: 0, to: size }]
  return (await rewriters[mediaType]?.(readableBytes(file, size), told)) ?? whole
}
