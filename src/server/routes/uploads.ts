import { Hono } from 'hono'
import type { TakeUpload } from '../media/take-upload.ts'

export function uploadRoutes(takeUpload: TakeUpload) {
  return new Hono().post('/', async (context) => {
    const { body, headers } = context.req.raw
    const chunks = (body ?? []) as AsyncIterable<Uint8Array>
    const length = Number(headers.get('content-length')) || 0
    return context.json(await takeUpload(chunks, length), 201)
  })
}
