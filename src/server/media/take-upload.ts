import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { type Upload, uploadLimits } from '#contract/upload.ts'
import type { DataFolder } from '../store/data-folder.ts'
import { hashFile, type Incoming, receiveFile } from './incoming-file.ts'
import { dropLocation } from './location/drop-location.ts'
import { type MediaProbe, probeMedia } from './media-probe.ts'
import { mediaRow } from './media-row.ts'
import { placeFile } from './place-file.ts'
import { ProblemError } from '../problem-error.ts'
import type { MadeFrom } from '../store/upload-rows.ts'
import type { Store } from '../store/open-store.ts'
import type { MediaRow } from '../store/tables.ts'

type Parts = { store: Store; folder: DataFolder }

/** `declaredBytes`: what the sender says it is, 0 when it says nothing. */
export type TakeUpload = (
  chunks: AsyncIterable<Uint8Array>,
  declaredBytes: number,
  from?: MadeFrom,
) => Promise<Upload>

const mediumByType: Record<string, Upload['medium']> = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/webp': 'image',
  'video/mp4': 'video',
  'video/x-m4v': 'video',
  'video/quicktime': 'video',
  'video/webm': 'video',
}

const sizes = { image: 'Images may be up to 50 MB.', video: 'Videos may be up to 200 MB.' }

function refuseLarger(bytes: number, medium: Upload['medium']) {
  if (bytes > uploadLimits[medium]) throw new ProblemError('too_large', sizes[medium])
}

async function mediumOf(head: Buffer): Promise<Upload['medium']> {
  if (head.length === 0) throw new ProblemError('media_broken', 'The file is empty.')
  const medium = mediumByType[(await fileTypeFromBuffer(head))?.mime ?? '']
  if (medium) return medium
  const detail = 'Pictures may be PNG, JPEG or WebP, and clips MP4, MOV or WebM.'
  throw new ProblemError('media_type', detail)
}

async function probe({ path }: Incoming): Promise<MediaProbe> {
  try {
    return await probeMedia(path)
  } catch (error) {
    throw new ProblemError('media_broken', (error as Error).message)
  }
}

/**
 * Takes a file in: streamed to the disk, without the place where it was made, measured by its bytes,
 * kept under its hash.
 */
export function createTakeUpload({ store, folder }: Parts): TakeUpload {
  return async (chunks, declaredBytes, from) => {
    refuseLarger(declaredBytes, 'video')
    const path = folder.tempFile()
    let medium: Upload['medium'] = 'video'
    try {
      const received = await receiveFile(chunks, path, {
        async onHead(head) {
          medium = await mediumOf(head)
          refuseLarger(declaredBytes, medium)
        },
        onBytes: (bytes) => refuseLarger(bytes, medium),
      })
      const isCleaned = await dropLocation(path)
      const incoming = isCleaned ? { ...received, sha256: await hashFile(path) } : received
      const row = mediaRow(incoming, await probe(incoming))
      const id = randomUUID()
      folder.arriving.begin(row.sha256)
      try {
        await placeFile(path, folder.mediaFile(row.sha256))
        await store.uploads.add(id, row, new Date().toISOString(), from)
      } finally {
        folder.arriving.end(row.sha256)
      }
      return { ...toUpload(id, row), ...(isCleaned && { location_removed: true }) }
    } finally {
      await rm(path, { force: true })
    }
  }
}

/** An upload as it is told to a browser. */
export function toUpload(id: string, row: MediaRow): Upload {
  const { sha256, medium, media_type, bytes, width, height, frames, fps, duration_s } = row
  return {
    id,
    sha256,
    medium: medium === 'video' ? 'video' : 'image',
    media_type,
    bytes,
    width: width ?? 0,
    height: height ?? 0,
    ...(frames !== null && { frames }),
    ...(fps !== null && { fps }),
    ...(duration_s !== null && { duration_s }),
  }
}
