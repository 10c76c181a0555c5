import { Hono } from 'hono'
import { sequence } from '#contract/family.ts'
import { sendStored } from '../http/send-stored.ts'
import type { Log } from '../log.ts'
import { createJoins } from '../media/joins.ts'
import { ProblemError } from '../problem-error.ts'
import { playingOrder } from '../sequence/playing-order.ts'
import type { DataFolder } from '../store/data-folder.ts'
import type { Store } from '../store/open-store.ts'

type Parts = { store: Store; folder: DataFolder; log: Log }

/** Chains of extensions, as a list and as one file. */
export function sequenceRoutes({ store, folder, log }: Parts) {
  const joins = createJoins(folder)

  async function clipsOf(id: string) {
    const clip = await store.extensions.clip(id)
    return clip ? playingOrder(store.extensions, clip) : []
  }

  const joined = <T>(id: string, joining: Promise<T>): Promise<T> =>
    joining.catch((error: unknown) => {
      log.warn({ err: error, id }, 'clips could not be joined')
      throw new ProblemError('media_broken', 'These clips cannot be joined.')
    })

  return new Hono()
    .get('/:id/sequence', async (context) => {
      const id = context.req.param('id').toLowerCase()
      if (!(await store.generations.find(id))) {
        throw new ProblemError('not_found', 'There is no such generation.')
      }
      const clips = await clipsOf(id)
      const hashes = clips.map(({ sha256 }) => sha256)
      const lossless = await joined(id, joins.isLossless(hashes))
      return context.json(sequence.parse({ clips, lossless }))
    })
    .get('/:id/sequence.mp4', async ({ req }) => {
      const id = req.param('id').toLowerCase()
      const hashes = (await clipsOf(id)).map(({ sha256 }) => sha256)
      const [only] = hashes
      if (!only) throw new ProblemError('not_found', 'There is no such clip.')
      const isOne = hashes.length === 1
      const path = isOne ? folder.mediaFile(only) : await joined(id, joins.file(hashes))
      const asked = { method: req.raw.method, header: (name: string) => req.header(name) }
      const response = await sendStored(asked, {
        path,
        media_type: 'video/mp4',
        etag: `"${isOne ? only : joins.nameOf(hashes)}"`,
        disposition: `inline; filename="dailies-sequence-${id.slice(0, 8)}.mp4"`,
      })
      response.headers.set('cache-control', 'private, no-cache')
      return response
    })
}
