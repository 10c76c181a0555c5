import type { ReadableBytes } from './readable-bytes.ts'

/** `from` to `to`: what is in it. `isOpen`: it goes on to the end of what it is in. */
export type Mp4Box = { type: string; at: number; from: number; to: number; isOpen: boolean }

/** Side by side in a part of a file, as far as they are well made. */
export async function* mp4Boxes(
  file: Pick<ReadableBytes, 'read'>,
  from: number,
  to: number,
): AsyncGenerator<Mp4Box> {
  for (let at = from; at + 8 <= to;) {
    const head = await file.read(at, 16)
    if (head.length < 8) return
    const short = head.readUInt32BE(0)
    const isLong = short === 1 && head.length === 16
    const size = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short
    const headBytes = isLong ? 16 : 8
    if (size < headBytes || at + size > to) return
    const type = head.toString('latin1', 4, 8)
    yield { type, at, from: at + headBytes, to: at + size, isOpen: short === 0 }
    at += size
  }
}
