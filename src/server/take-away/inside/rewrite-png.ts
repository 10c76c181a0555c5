import type { ReadableBytes } from '../../media/containers/readable-bytes.ts'
import { pngChunks } from '../../media/containers/png-chunks.ts'
import { sealedPngChunk } from '../../media/containers/sealed-png-chunk.ts'
import { orientationExif } from './orientation-exif.ts'
import type { Piece } from './pieces.ts'
import { createSplice } from './splice.ts'
import type { Told } from './told.ts'
import { xmpPacket } from './xmp-packet.ts'

const texts = new Set(['tEXt', 'zTXt', 'iTXt'])
const xmpKeyword = 'XML:com.adobe.xmp'
const ownKeywords = new Set([xmpKeyword, 'Description'])
const mostKeywordBytes = 80
const mostExifBytes = 1024 * 1024

/** `null`: not a PNG that can be taken apart. */
export async function rewritePng(file: ReadableBytes, told: Told | null): Promise<Piece[] | null> {
  const splice = createSplice(file.size)
  let isFirst = true
  for await (const { type, at, from, to, end } of pngChunks(file)) {
    if (isFirst && type !== 'IHDR') return null
    if (isFirst && told) splice.put(end, tellingChunks(told))
    isFirst = false
    if (type === 'eXIf' && !told) {
      splice.drop(at, end)
      const kept = orientationExif(await file.read(from, Math.min(to - from, mostExifBytes)))
      if (kept) splice.put(end, sealedPngChunk({ type, bytes: kept }))
    }
    if (type === 'tIME' && !told) splice.drop(at, end)
    if (texts.has(type)) {
      const head = await file.read(from, Math.min(to - from, mostKeywordBytes))
      const keyword = head.toString('latin1', 0, Math.max(0, head.indexOf(0)))
      if (!told || ownKeywords.has(keyword)) splice.drop(at, end)
    }
    if (type === 'IEND') break
  }
  return isFirst ? null : splice.done()
}

const tellingChunks = (told: Told) =>
  Buffer.concat([
    textChunk(xmpKeyword, xmpPacket(told)),
    textChunk('Description', Buffer.from(told.prompt)),
  ])

/** Keyword; not packed; no language; no other keyword. */
const textChunk = (keyword: string, text: Buffer) =>
  sealedPngChunk({
    type: 'iTXt',
    bytes: Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), text]),
  })
