import { riffChunks } from '../containers/riff-chunks.ts'
import { dropExifLocation } from './drop-gps-ifd.ts'
import { dropXmpLocation } from './drop-xmp-location.ts'
import type { PatchedBytes } from './patched-bytes.ts'

const mostBytes = 8 * 1024 * 1024

const droppers: Record<string, (bytes: Buffer) => boolean> = {
  EXIF: dropExifLocation,
  'XMP ': dropXmpLocation,
}

export async function dropWebpLocation(file: PatchedBytes): Promise<boolean> {
  let isChanged = false
  for await (const { type, from, to } of riffChunks(file)) {
    const drop = droppers[type]
    if (!drop || to - from > mostBytes) continue
    const bytes = await file.read(from, to - from)
    if (!drop(bytes)) continue
    await file.write(from, bytes)
    isChanged = true
  }
  return isChanged
}
