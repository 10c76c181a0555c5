import { existsSync } from 'node:fs'
import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { FrameRange } from '#contract/clip-strip.ts'
import { createDrawings } from '../media/drawings.ts'
import { sendDrawn } from '../http/send-drawn.ts'
import type { DataFolder } from '../store/data-folder.ts'
import { keepStill } from '../media/keep-still.ts'
import type { Log } from '../log.ts'
import { mediaExtension } from '../media/media-extension.ts'
import { ProblemError } from '../problem-error.ts'
import { sendStored } from '../http/send-stored.ts'
import type { Store } from '../store/open-store.ts'

type Parts = { store: Store; folder: DataFolder; log: Log }

const noSuchMedia = () => new ProblemError('not_found', 'There is no such picture or clip.')
const noSuchClip = () => new ProblemError('not_found', 'There is no such clip.')
const noSuchFrame = (frames: number) =>
  new ProblemError('not_found', `This clip has ${frames} frames: 0 to ${frames - 1}.`)
const hash = '/:sha256{[0-9a-f]{64}}'
const wholeNumber = '(?:0|[1-9][0-9]{0,6})'
const queryNumber = z.pipe(
  z.string().check(z.regex(new RegExp(`^${wholeNumber}$`))),
  z.transform(Number),
)

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

  const drawings = createDrawings(folder)

  const clipOf = async (sha256: string) => {
    const row = await store.media.find(sha256)
    if (row?.medium !== 'video' || row.frames === null) throw noSuchClip()
    return { sha256, frames: row.frames }
  }
  const drawn = <T>(sha256: string, drawing: Promise<T>): Promise<T> =>
    drawing.catch((error: unknown) => {
      log.warn({ err: error, sha256 }, 'no frame could be drawn')
      throw new ProblemError('media_broken', 'Nothing can be drawn of this clip.')
    })

  const routes = new Hono()
  routes.get(hash, async ({ req }) => {
    const sha256 = req.param('sha256')
    const row = await store.media.find(sha256)
    if (!row) throw noSuchMedia()
    const isShown = row.medium !== 'file'
    const name = `dailies-${sha256.slice(0, 12)}${mediaExtension(row.media_type)}`
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

  routes.get(`${hash}/frame/:n{${wholeNumber}}`, async ({ req }) => {
    const { sha256, frames } = await clipOf(req.param('sha256'))
    const frame = Number(req.param('n'))
    if (frame >= frames) throw noSuchFrame(frames)
    const path = await drawn(sha256, drawings.frame(sha256, frame))
    const etag = `"${sha256}-frame-${frame}"`
    return sendStored(asked(req), { path, media_type: 'image/webp', etag, disposition: 'inline' })
  })
  routes.get(`${hash}/strip`, async ({ req }) => {
    const { sha256, frames } = await clipOf(req.param('sha256'))
    const range = readRange(req.query())
    if (!range) {
      const path = await drawn(sha256, drawings.strip(sha256, frames))
      const etag = `"${sha256}-strip"`
      return sendStored(asked(req), { path, media_type: 'image/webp', etag, disposition: 'inline' })
    }
    if (range.from >= range.to || range.to > frames) throw noSuchFrame(frames)
    const bytes = await drawn(sha256, drawings.part(sha256, range))
    const etag = `"${sha256}-strip-${range.from}-${range.to}"`
    return sendDrawn(asked(req), { bytes, etag })
  })
  return routes
}

/** `null`: the whole clip. */
function readRange({ from, to }: Record<string, string>): FrameRange | null {
  if (from === undefined && to === undefined) return null
  return { from: readNumber('from', from), to: readNumber('to', to) }
}

function readNumber(path: string, query: string | undefined) {
  const parsed = queryNumber.safeParse(query)
  if (parsed.success) return parsed.data
  throw new ProblemError('shape', 'Name a part of the clip by frame numbers.', { path })
}

const asked = (req: { raw: Request; header(name: string): string | undefined }) => ({
  method: req.raw.method,
  header: (name: string) => req.header(name),
})
