import { stat } from 'node:fs/promises'
import { answerProblem } from './answer-problem.ts'
import { byteRange } from './byte-range.ts'
import { fileStream } from './file-stream.ts'
import { ProblemError } from '../problem-error.ts'

type Stored = { path: string; media_type: string; etag: string; disposition: string }

export const listed = (header: string | undefined, etag: string) =>
  header !== undefined &&
  (header.trim() === '*' ||
    header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag))

export type Asked = { method: string; header(name: string): string | undefined }

/** A file that never changes under its name, with ranges and conditions of RFC 9110. */
export async function sendStored(asked: Asked, stored: Stored): Promise<Response> {
  const { path, media_type, etag, disposition } = stored
  const headers = {
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    'content-disposition': disposition,
    etag,
  }
  if (listed(asked.header('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers })
  }
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  )
  if (size === null) throw new ProblemError('not_found', 'The file is not in the archive any more.')

  const ifRange = asked.header('if-range')
  const wantsRange = asked.method === 'GET' && (ifRange === undefined || ifRange.trim() === etag)
  const range = wantsRange ? byteRange(asked.header('range') ?? null, size) : null
  if (range === 'none') {
    const { response } = answerProblem(new ProblemError('range', `The file has ${size} bytes.`))
    response.headers.set('content-range', `bytes */${size}`)
    return response
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  const body = asked.method === 'HEAD' || size === 0 ? null : fileStream(path, { start, end })
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-type': media_type,
      'content-length': String(end - start + 1),
      ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
    },
  })
}
