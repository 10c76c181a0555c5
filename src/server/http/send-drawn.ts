import { type Asked, listed } from './send-stored.ts'

type Drawn = { bytes: Uint8Array; etag: string }

/** A small WebP that is held in memory and never changes under its name. */
export function sendDrawn(asked: Asked, { bytes, etag }: Drawn): Response {
  const headers = { 'cache-control': 'private, max-age=31536000, immutable', etag }
  if (listed(asked.header('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(asked.method === 'HEAD' ? null : Uint8Array.from(bytes), {
    headers: {
      ...headers,
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'content-length': String(bytes.length),
    },
  })
}
