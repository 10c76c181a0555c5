import type { ReadableBytes } from '../../media/containers/readable-bytes.ts'
import { riffChunks } from '../../media/containers/riff-chunks.ts'
import { orientationExif } from './orientation-exif.ts'
import { type Piece, piecesBytes } from './pieces.ts'
import { createSplice } from './splice.ts'
import type { Told } from './told.ts'
import { xmpPacket } from './xmp-packet.ts'

const flags = { alpha: 0x10, exif: 0x08, xmp: 0x04 }
const headBytes = 12
const mostExifBytes = 1024 * 1024

/** `null`: it carries nothing, or cannot be taken apart. */
export async function rewriteWebp(file: ReadableBytes, told: Told | null): Promise<Piece[] | null> {
  const splice = createSplice(file.size)
  splice.drop(0, headBytes)
  let head: Buffer | undefined
  let headEnd = headBytes
  for await (const { type, at, from, to, end } of riffChunks(file)) {
    if (!head) {
      if (type !== 'VP8X' && !told) return null
      head = await extendedHead(file, { type, from, to })
      if (!head) return null
      headEnd = type === 'VP8X' ? end : at
      splice.drop(headBytes, headEnd)
      splice.put(headEnd, head)
    } else if (type === 'XMP ') {
      splice.drop(at, Math.min(end, file.size))
    } else if (type === 'EXIF' && !told) {
      splice.drop(at, Math.min(end, file.size))
      const kept = orientationExif(await file.read(from, Math.min(to - from, mostExifBytes)))
      if (kept) splice.put(Math.min(end, file.size), chunk('EXIF', kept))
      else head[8]! &= ~flags.exif
    }
  }
  if (!head) return null
  if (told) head[8]! |= flags.xmp
  else head[8]! &= ~flags.xmp
  if (told) splice.put(file.size, chunk('XMP ', xmpPacket(told)))
  const pieces = splice.done()
  return [riffHead(piecesBytes(pieces)), ...pieces]
}

function riffHead(bytes: number) {
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(bytes + 4, 4)
  return head
}

function chunk(type: string, bytes: Buffer) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(bytes.length, 4)
  return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)])
}

type First = { type: string; from: number; to: number }

/** The chunk VP8X as it is, or made for a picture that needed none. */
async function extendedHead(file: ReadableBytes, { type, from, to }: First) {
  if (type === 'VP8X') return chunk('VP8X', await file.read(from, to - from))
  const bytes = await file.read(from, 10)
  const size = type === 'VP8 ' ? lossySize(bytes) : type === 'VP8L' ? losslessSize(bytes) : null
  if (!size) return undefined
  const extended = Buffer.alloc(10)
  extended[0] = size.hasAlpha ? flags.alpha : 0
  extended.writeUIntLE(size.width - 1, 4, 3)
  extended.writeUIntLE(size.height - 1, 7, 3)
  return chunk('VP8X', extended)
}

/** RFC 6386, 9.1 */
function lossySize(bytes: Buffer) {
  if (bytes.length < 10 || bytes.toString('hex', 3, 6) !== '9d012a') return null
  const [width, height] = [bytes.readUInt16LE(6) & 0x3fff, bytes.readUInt16LE(8) & 0x3fff]
  return { width, height, hasAlpha: false }
}

/** RFC 9649, 3.4 */
function losslessSize(bytes: Buffer) {
  if (bytes.length < 5 || bytes[0] !== 0x2f) return null
  const bits = bytes.readUInt32LE(1)
  const [width, height] = [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
  return { width, height, hasAlpha: ((bits >>> 28) & 1) === 1 }
}
