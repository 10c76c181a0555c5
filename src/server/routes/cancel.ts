import { Hono } from 'hono'
import type { Cancel } from '../life/cancel.ts'
import type { Records } from '../life/records.ts'

type Parts = { records: Records; cancel: Cancel }

export function cancelRoutes({ records, cancel }: Parts) {
  return new Hono().post('/:id/cancel', async (context) => {
    const id = context.req.param('id').toLowerCase()
    await cancel(id)
    return context.json(await records.one(id))
  })
}
