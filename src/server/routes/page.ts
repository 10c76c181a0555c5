import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { fileStream } from '../http/file-stream.ts'
import { listPageFiles } from '../http/page-files.ts'
import { ProblemError } from '../problem-error.ts'

function builtAt(dir: string): number {
  return statSync(join(dir, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** A path that names no file, hidden thing or foreign host: the page shows it. */
const isView = (path: string) => !/\.[^/]*$|\/\.|\/\/|[%\\]/.test(path)

/** The built studio; it answers for every view. */
export function pageRoutes(dir: string) {
  let built = builtAt(dir)
  let files = listPageFiles(dir)

  function find(path: string) {
    const now = isView(path) ? builtAt(dir) : built
    if (now !== built) files = listPageFiles(dir)
    built = now
    return files.get(isView(path) ? '/index.html' : path)
  }

  return new Hono().get('*', async ({ req }) => {
    const file = find(req.path)
    if (!file) {
      const detail = files.size ? 'There is nothing here.' : 'The page is not built: npm run build.'
      throw new ProblemError('not_found', detail)
    }
    const { path, bytes, media_type, isHashed } = file
    const isBodyless = req.raw.method === 'HEAD' || bytes === 0
    return new Response(isBodyless ? null : fileStream(path, { start: 0, end: bytes - 1 }), {
      headers: {
        'content-type': media_type,
        'content-length': String(bytes),
        'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    })
  })
}
