import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { readFind, writeFind } from '#contract/find.ts'
import { encodeWall } from '#contract/wall.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { listed } from '../http/send-stored.ts'

/** The whole order of a find in one answer. */
export function wallRoutes({ catalogue }: { catalogue: Catalogue }) {
  return new Hono().get('/', async ({ req }) => {
    const find = readFind(new URL(req.url).searchParams)
    const named = createHash('sha256').update(writeFind(find).toString()).digest('base64url')
    const etagOf = (version: number) => `"${version}-${named.slice(0, 16)}"`
    const known = req.header('if-none-match')
    const etag = etagOf(await catalogue.version())
    const headers = { 'cache-control': 'private, no-cache', etag }
    if (listed(known, etag)) return new Response(null, { status: 304, headers })
    const wall = await catalogue.wall(find)
    return new Response(encodeWall(wall), {
      headers: {
        ...headers,
        etag: etagOf(wall.version),
        'content-type': 'application/octet-stream',
      },
    })
  })
}
