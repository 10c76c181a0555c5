import { Hono } from 'hono'
import { type TakeUpload, toUpload } from '../media/take-upload.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'

type Parts = { takeUpload: TakeUpload; store: Store }

export function uploadRoutes({ takeUpload, store }: Parts) {
  return new Hono()
    .post('/', async (context) => {
      const { body, headers } = context.req.raw
      const chunks = (body ?? []) as AsyncIterable<Uint8Array>
      const length = Number(headers.get('content-length')) || 0
      return context.json(await takeUpload(chunks, length), 201)
    })
    .get('/:id', async (context) => {
      const id = context.req.param('id').toLowerCase()
      const row = await store.uploads.find(id)
      if (!row) throw new ProblemError('not_found', 'There is no such upload.')
      return context.json(toUpload(id, row))
    })
}
