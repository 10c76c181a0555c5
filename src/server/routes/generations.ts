import { Hono } from 'hono'
import * as z from 'zod/mini'
import { ProblemError } from '../problem-error.ts'
import { readOrigin } from '../http/read-origin.ts'
import { readJson } from '../http/read-json.ts'
import { readLimit } from '../http/read-limit.ts'
import type { Held } from '../life/held.ts'
import type { Records } from '../life/records.ts'
import type { Submit } from '../life/submit.ts'

type Parts = { records: Records; submit: Submit; held: Held }

const submissionId = z.uuid()
function readSubmissionId(header: string | undefined): string {
  const parsed = submissionId.safeParse(header)
  if (parsed.success) return parsed.data.toLowerCase()
  const detail = 'Send a UUID of your own making as Idempotency-Key.'
  throw new ProblemError('id_missing', detail, { path: 'Idempotency-Key' })
}

export function generationRoutes({ records, submit, held }: Parts) {
  return new Hono()
    .post('/', async (context) => {
      const body = await readJson(context.req.raw)
      const id = readSubmissionId(context.req.header('idempotency-key'))
      const origin = readOrigin(context.req.header('dailies-origin'))
      const { isNew } = await submit(id, body, origin)
      return context.json(await records.one(id), isNew ? 201 : 200)
    })
    .get('/', async (context) => {
      const { limit: asked, cursor } = context.req.query()
      return context.json(await records.page(readLimit(asked, 50, 200), cursor))
    })
    .get('/:id', async (context) => {
      const record = await records.one(context.req.param('id').toLowerCase())
      if (!record) throw new ProblemError('not_found', 'There is no such generation.')
      return context.json(record)
    })
    .post('/:id/send', async (context) => {
      const id = context.req.param('id').toLowerCase()
      await held.send(id)
      return context.json(await records.one(id))
    })
    .post('/:id/withdraw', async (context) => {
      const id = context.req.param('id').toLowerCase()
      await held.withdraw(id)
      return context.json(await records.one(id))
    })
}
