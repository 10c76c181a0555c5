import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Refusal } from './refusal.ts'

type Span = { start: number; end: number }

/** One range of bytes, both ends included; `null` when none is asked for. */
function spanOf(header: string | null, size: number): Span | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found || (!found[1] && !found[2])) return null
  const [from, to] = [found[1] ?? '', found[2] ?? '']
  const start = from ? Number(from) : Math.max(0, size - Number(to))
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1
  if (start >= size || start > end) {
    throw new Refusal(416, 'Range Not Satisfiable', { 'Content-Range': `bytes */${size}` })
  }
  return { start, end }
}

type Options = { path: string; mediaType: string; range: string | null; cutAt?: number | undefined }

/**
 * A file as a streamed answer with its length; honours one `Range`. With `cutAt` it promises all
 * and ends before that byte.
 */
export async function sendFile({ path, mediaType, range, cutAt }: Options): Promise<Response> {
  const { size } = await stat(path)
  const span = spanOf(range, size)
  const { start, end } = span ?? { start: 0, end: size - 1 }
  const last = Math.min(end, (cutAt ?? size) - 1)
  const stream = last < start ? Readable.from([]) : createReadStream(path, { start, end: last })
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    status: span ? 206 : 200,
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(end - start + 1),
      'Accept-Ranges': 'bytes',
      ...(cutAt !== undefined && { Connection: 'close' }),
      ...(span && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
    },
  })
}
