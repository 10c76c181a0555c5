import { dropExifLocation } from './drop-gps-ifd.ts'
import { dropXmpLocation } from './drop-xmp-location.ts'
import type { PatchedBytes } from './patched-bytes.ts'

const mostChunks = 10_000
const mostBytes = 8 * 1024 * 1024

const droppers: Record<string, (bytes: Buffer) => boolean> = {
  EXIF: dropExifLocation,
  'XMP ': dropXmpLocation,
}

export async function dropWebpLocation(file: PatchedBytes): Promise<boolean> {
  let isChanged = false
  let at = 12
  for (let chunks = 0; chunks < mostChunks && at + 8 <= file.size; chunks++) {
    const head = await file.read(at, 8)
    const length = head.readUInt32LE(4)
    const drop = droppers[head.toString('latin1', 0, 4)]
    if (drop && length <= mostBytes) {
      const bytes = await file.read(at + 8, length)
      if (drop(bytes)) {
        await file.write(at + 8, bytes)
        isChanged = true
      }
    }
    at += 8 + length + (length % 2)
  }
  return isChanged
}
