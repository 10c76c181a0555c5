import { deflateSync, inflateSync } from 'node:zlib'
import { pngChunks } from '../containers/png-chunks.ts'
import { sealedPngChunk } from '../containers/sealed-png-chunk.ts'
import { dropExifLocation } from './drop-gps-ifd.ts'
import { dropXmpLocation } from './drop-xmp-location.ts'
import type { PatchedBytes } from './patched-bytes.ts'

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
  for await (const { type, at, from, to } of pngChunks(file)) {
    const length = to - from
    if (!droppers[type] || length > mostBytes) continue
    const found = { type, bytes: await file.read(from, length) }
    if (isPacked(found)) packed++
    const cleaned = packed > mostPacked ? null : droppers[type](found)
    if (!cleaned) continue
    await file.write(at, filled(cleaned, length))
    isChanged = true
  }
  return isChanged
}

/** The chunk in the room of one of `length` bytes; what is left over becomes an empty one. */
function filled(chunk: Chunk, length: number) {
  const spare = length - chunk.bytes.length
  if (spare === 0) return sealedPngChunk(chunk)
  if (spare < headBytes) return sealedPngChunk(empty(length))
  return Buffer.concat([sealedPngChunk(chunk), sealedPngChunk(empty(spare - headBytes))])
}

const empty = (length: number): Chunk => ({ type: voidType, bytes: Buffer.alloc(length) })

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
