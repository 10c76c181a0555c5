import type { ReadableBytes } from './readable-bytes.ts'

/** `from` to `to`: its bytes; `end` is even. */
type RiffChunk = { type: string; at: number; from: number; to: number; end: number }

const mostChunks = 10_000

/** Of a WebP, as far as their heads are there. */
export async function* riffChunks(file: ReadableBytes): AsyncGenerator<RiffChunk> {
  let at = 12
  for (let chunks = 0; chunks < mostChunks && at + 8 <= file.size; chunks++) {
    const head = await file.read(at, 8)
    const [from, length] = [at + 8, head.readUInt32LE(4)]
    const end = from + length + (length % 2)
    yield { type: head.toString('latin1', 0, 4), at, from, to: from + length, end }
    at = end
  }
}
