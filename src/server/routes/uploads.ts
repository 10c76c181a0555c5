import { Hono } from 'hono'
import { readJson } from '../http/read-json.ts'
import { createDeriveUpload } from '../media/derive-upload.ts'
import { type TakeUpload, toUpload } from '../media/take-upload.ts'
import { ProblemError } from '../problem-error.ts'
import type { DataFolder } from '../store/data-folder.ts'
import type { Store } from '../store/open-store.ts'

type Parts = { takeUpload: TakeUpload; store: Store; folder: DataFolder }

export function uploadRoutes(parts: Parts) {
  const { takeUpload, store } = parts
  const derive = createDeriveUpload(parts)
  return new Hono()
    .post('/', async (context) => {
      const { body, headers } = context.req.raw
      const chunks = (body ?? []) as AsyncIterable<Uint8Array>
      const length = Number(headers.get('content-length')) || 0
      return context.json(await takeUpload(chunks, length), 201)
    })
    .post('/from-frame', async (context) =>
      context.json(await derive.fromFrame(await readJson(context.req.raw)), 201),
    )
    .post('/:id/trim', async (context) => {
      const { raw } = context.req
      const id = context.req.param('id').toLowerCase()
      return context.json(await derive.trim(id, await readJson(raw), raw.signal), 201)
    })
    .get('/:id', async (context) => {
      const id = context.req.param('id').toLowerCase()
      const row = await store.uploads.find(id)
      if (!row) throw new ProblemError('not_found', 'There is no such upload.')
      return context.json(toUpload(id, row))
    })
}
