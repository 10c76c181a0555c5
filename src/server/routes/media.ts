import { existsSync } from 'node:fs'
import { Hono } from 'hono'
import type { DataFolder } from '../store/data-folder.ts'
import { keepStill } from '../media/keep-still.ts'
import type { Log } from '../log.ts'
import { ProblemError } from '../problem-error.ts'
import { sendStored } from '../http/send-stored.ts'
import type { Store } from '../store/open-store.ts'

type Parts = { store: Store; folder: DataFolder; log: Log }

const noSuchMedia = () => new ProblemError('not_found', 'There is no such picture or clip.')
const hash = '/:sha256{[0-9a-f]{64}}'
const extensions: Record<string, string> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/x-exr': '.exr',
  'video/mp4': '.mp4',
  'video/quicktime': '.mov',
  'video/webm': '.webm',
}

/** Archived bytes by their hash. Only what the store knows ever touches the disk. */
export function mediaRoutes({ store, folder, log }: Parts) {
  const stillOf = async (sha256: string) => {
    const row = await store.media.find(sha256)
    if (!row || row.medium === 'file') throw noSuchMedia()
    const path = folder.stillFile(sha256)
    if (existsSync(path)) return path
    await keepStill(folder, { sha256, medium: row.medium }).catch((error) => {
      log.warn({ err: error, sha256 }, 'no still could be drawn')
      throw new ProblemError('not_found', 'Nothing can be drawn of this file.')
    })
    return path
  }

  const routes = new Hono()
  routes.get(hash, async ({ req }) => {
    const sha256 = req.param('sha256')
    const row = await store.media.find(sha256)
    if (!row) throw noSuchMedia()
    const isShown = row.medium !== 'file'
    const name = `dailies-${sha256.slice(0, 12)}${extensions[row.media_type] ?? ''}`
    return sendStored(asked(req), {
      path: folder.mediaFile(sha256),
      media_type: isShown ? row.media_type : 'application/octet-stream',
      etag: `"${sha256}"`,
      disposition: `${isShown ? 'inline' : 'attachment'}; filename="${name}"`,
    })
  })
  for (const still of ['thumb', 'poster']) {
    routes.get(`${hash}/${still}`, async ({ req }) => {
      const sha256 = req.param('sha256')
      return sendStored(asked(req), {
        path: await stillOf(sha256),
        media_type: 'image/webp',
        etag: `"${sha256}-still"`,
        disposition: 'inline',
      })
    })
  }
  return routes
}

const asked = (req: { raw: Request; header(name: string): string | undefined }) => ({
  method: req.raw.method,
  header: (name: string) => req.header(name),
})
