import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { dropExifLocation } from './drop-gps-ifd.ts'
import { dropXmpLocation } from './drop-xmp-location.ts'
import type { PatchedBytes } from './patched-bytes.ts'

const mostChunks = 100_000
/** Chunks that must be unpacked to be read, and what each may become. */
const mostPacked = 4
const mostUnpackedBytes = 2 * 1024 * 1024
const mostBytes = 8 * 1024 * 1024
const xmpKeyword = 'XML:com.adobe.xmp'
const profileKeyword = /^Raw profile type (exif|APP1|xmp)$/i
/** Ancillary, private, safe to copy: a chunk that every reader passes over. */
const voidType = 'vpAd'
/** Length, type and sum. */
const headBytes = 12

type Chunk = { type: string; bytes: Buffer }

export async function dropPngLocation(file: PatchedBytes): Promise<boolean> {
  let isChanged = false
  let packed = 0
  let at = 8
  for (let chunks = 0; chunks < mostChunks && at + headBytes <= file.size; chunks++) {
    const head = await file.read(at, 8)
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    if (droppers[type] && length <= mostBytes && at + headBytes + length <= file.size) {
      const found = { type, bytes: await file.read(at + 8, length) }
      if (isPacked(found)) packed++
      const cleaned = packed > mostPacked ? null : droppers[type](found)
      if (cleaned) {
        await file.write(at, filled(cleaned, length))
        isChanged = true
      }
    }
    at += headBytes + length
  }
  return isChanged
}

/** The chunk in the room of one of `length` bytes; what is left over becomes an empty one. */
function filled(chunk: Chunk, length: number) {
  const spare = length - chunk.bytes.length
  if (spare === 0) return sealed(chunk)
  if (spare < headBytes) return sealed(empty(length))
  return Buffer.concat([sealed(chunk), sealed(empty(spare - headBytes))])
}

const empty = (length: number): Chunk => ({ type: voidType, bytes: Buffer.alloc(length) })

function sealed({ type, bytes }: Chunk) {
  const signed = Buffer.concat([Buffer.from(type, 'latin1'), bytes])
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(bytes.length, 0)
  numbers.writeUInt32BE(crc32(signed), 4)
  return Buffer.concat([numbers.subarray(0, 4), signed, numbers.subarray(4)])
}

const isPacked = ({ type, bytes }: Chunk) =>
  type === 'zTXt' || (type === 'iTXt' && bytes[bytes.indexOf(0) + 1] === 1)

/** What must stand there instead, no longer than before; `null` where nothing says a place. */
const droppers: Record<string, (chunk: Chunk) => Chunk | null> = {
  eXIf: (chunk) => (dropExifLocation(chunk.bytes) ? chunk : null),
  iTXt: dropFromText,
  tEXt: dropFromText,
  zTXt: dropFromText,
}

function dropFromText(chunk: Chunk): Chunk | null {
  const { bytes } = chunk
  const start = textStart(chunk)
  const keyword = bytes.toString('latin1', 0, Math.max(0, bytes.indexOf(0)))
  const kept = bytes.subarray(start)
  const text = start > 0 && isPacked(chunk) ? inflated(kept) : kept
  if (start <= 0 || !text) return null
  if (profileKeyword.test(keyword)) return profileSaysWhere(text) ? empty(bytes.length) : null
  if (keyword !== xmpKeyword || !dropXmpLocation(text)) return null
  if (!isPacked(chunk)) return chunk
  const packed = Buffer.concat([bytes.subarray(0, start), deflateSync(text, { level: 9 })])
  const isShorter = packed.length <= bytes.length - headBytes
  return isShorter ? { ...chunk, bytes: packed } : empty(bytes.length)
}

/** Behind the keyword, and behind what stands between; 0 where there is no text. */
function textStart({ type, bytes }: Chunk) {
  const keyword = bytes.indexOf(0)
  if (keyword < 0) return 0
  if (type !== 'iTXt') return keyword + (type === 'zTXt' ? 2 : 1)
  const language = bytes.indexOf(0, keyword + 3)
  return language < 0 ? 0 : bytes.indexOf(0, language + 1) + 1
}

/** EXIF or XMP in hexadecimal, as ImageMagick writes it. */
function profileSaysWhere(text: Buffer) {
  const lines = text.toString('latin1').trimStart().split('\n').slice(2)
  const profile = Buffer.from(lines.join('').replaceAll(/\s/g, ''), 'hex')
  return dropExifLocation(profile) || dropXmpLocation(profile)
}

function inflated(bytes: Buffer) {
  try {
    return inflateSync(bytes, { maxOutputLength: mostUnpackedBytes })
  } catch {
    return null
  }
}
