import { dropExifLocation } from './drop-gps-ifd.ts'
import { dropXmpLocation } from './drop-xmp-location.ts'
import type { PatchedBytes } from './patched-bytes.ts'

const app1 = Buffer.from([0xff, 0xe1])
const exif = Buffer.from('Exif\0\0', 'latin1')
const xmp = Buffer.from('http://ns.adobe.com/x', 'latin1')
const mostSegments = 512
const blockBytes = 1024 * 1024
const headBytes = 4 + xmp.length

/**
 * Looks for EXIF and XMP wherever they stand, also in the second pictures that phones append. In the
 * coded picture itself the bytes FF E1 never follow each other.
 */
export async function dropJpegLocation(file: PatchedBytes): Promise<boolean> {
  let isChanged = false
  let segments = 0
  for (let block = 0; block < file.size; block += blockBytes) {
    const bytes = await file.read(block, blockBytes + headBytes)
    for (let at = bytes.indexOf(app1); at >= 0; at = bytes.indexOf(app1, at + 1)) {
      if (at >= blockBytes || at + headBytes > bytes.length) break
      if (!isNamed(bytes.subarray(at + 4)) || ++segments > mostSegments) continue
      if (await dropFrom(file, block + at, bytes.readUInt16BE(at + 2) - 2)) isChanged = true
    }
  }
  return isChanged
}

const startsWith = (bytes: Buffer, name: Buffer) => bytes.subarray(0, name.length).equals(name)
const isNamed = (bytes: Buffer) => startsWith(bytes, exif) || startsWith(bytes, xmp)

async function dropFrom(file: PatchedBytes, at: number, length: number) {
  const segment = await file.read(at + 4, length)
  const isChanged = startsWith(segment, exif) ? dropExifLocation(segment) : dropXmpSegment(segment)
  if (isChanged) await file.write(at + 4, segment)
  return isChanged
}

/** Behind the name, and in a part of a longer XMP behind its digest, length and place. */
function dropXmpSegment(segment: Buffer) {
  const name = segment.indexOf(0) + 1
  const isPart = segment.toString('latin1', 0, name).includes('extension')
  return dropXmpLocation(segment.subarray(name + (isPart ? 40 : 0)))
}
