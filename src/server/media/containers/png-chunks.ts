import type { ReadableBytes } from './readable-bytes.ts'

/** `from` to `to`: its bytes, without length, type and sum. */
type PngChunk = { type: string; at: number; from: number; to: number; end: number }

const mostChunks = 100_000
/** Length, type and sum. */
const headBytes = 12

/** As far as they are whole. */
export async function* pngChunks(file: ReadableBytes): AsyncGenerator<PngChunk> {
  let at = 8
  for (let chunks = 0; chunks < mostChunks && at + headBytes <= file.size; chunks++) {
    const head = await file.read(at, 8)
    const [from, length] = [at + 8, head.readUInt32BE(0)]
    const end = at + headBytes + length
    if (end <= file.size) {
      yield { type: head.toString('latin1', 4, 8), at, from, to: from + length, end }
    }
    at = end
  }
}
