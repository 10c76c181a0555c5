import { type Mp4Box, mp4Boxes } from '../../media/containers/mp4-boxes.ts'
import type { ReadableBytes } from '../../media/containers/readable-bytes.ts'
import { mp4Box } from './mp4-box.ts'
import type { Piece } from './pieces.ts'
import { shiftChunks } from './shift-chunks.ts'
import { createSplice } from './splice.ts'
import type { Told } from './told.ts'
import { toldMoov } from './told-moov.ts'
import { xmpPacket } from './xmp-packet.ts'

const xmpId = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex')
const mostBoxes = 10_000
const mostMoovBytes = 64 * 1024 * 1024

/** MP4 and MOV. Without anything to tell they stay as they are; `null`: cannot be taken apart. */
export async function rewriteMp4(file: ReadableBytes, told: Told | null): Promise<Piece[] | null> {
  if (!told) return [{ from: 0, to: file.size }]
  const boxes: Mp4Box[] = []
  for await (const box of mp4Boxes(file, 0, file.size)) {
    if (boxes.push(box) > mostBoxes) return null
  }
  const last = boxes.at(-1)
  const moov = boxes.find(({ type }) => type === 'moov')
  if (last?.to !== file.size || !moov || moov.to - moov.from > mostMoovBytes) return null
  const has = (type: string) => boxes.some((box) => box.type === type)
  const splice = createSplice(file.size)
  const isQuickTime = (await file.read(8, 4)).toString('latin1') === 'qt  '

  if (!has('moof')) {
    const inside = await file.read(moov.from, moov.to - moov.from)
    const made = await toldMoov(inside, told, isQuickTime)
    if (await shiftChunks(made, moov.to, made.length - (moov.to - moov.at))) {
      splice.drop(moov.at, moov.to)
      splice.put(moov.to, made)
    }
  }
  if (!isQuickTime && !last.isOpen && !has('mfra')) {
    splice.put(file.size, mp4Box('uuid', xmpId, xmpPacket(told)))
  }
  return splice.done()
}
