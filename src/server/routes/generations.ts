import { Hono } from 'hono'
import * as z from 'zod/mini'
import { ProblemError } from '../problem-error.ts'
import { readJson } from '../http/read-json.ts'
import type { Records } from '../life/records.ts'
import type { createSubmit } from '../life/submit.ts'

type Parts = { records: Records; submit: ReturnType<typeof createSubmit> }

const submissionId = z.uuid()
const pageLimit = z.pipe(
  z.string().check(z.regex(/^\d{1,3}$/)),
  z.pipe(z.transform(Number), z.int().check(z.minimum(1), z.maximum(200))),
)

function readSubmissionId(header: string | undefined): string {
  const parsed = submissionId.safeParse(header)
  if (parsed.success) return parsed.data.toLowerCase()
  const detail = 'Send a UUID of your own making as Idempotency-Key.'
  throw new ProblemError('id_missing', detail, { path: 'Idempotency-Key' })
}

function readLimit(query: string | undefined): number {
  const parsed = pageLimit.safeParse(query ?? '50')
  if (parsed.success) return parsed.data
  throw new ProblemError('shape', 'Ask for 1 to 200 at once.', { path: 'limit' })
}

export function generationRoutes({ records, submit }: Parts) {
  return new Hono()
    .post('/', async (context) => {
      const body = await readJson(context.req.raw)
      const id = readSubmissionId(context.req.header('idempotency-key'))
      const { isNew } = await submit(id, body)
      return context.json(await records.one(id), isNew ? 201 : 200)
    })
    .get('/', async (context) => {
      const { limit: asked, cursor } = context.req.query()
      return context.json(await records.page(readLimit(asked), cursor))
    })
    .get('/:id', async (context) => {
      const record = await records.one(context.req.param('id').toLowerCase())
      if (!record) throw new ProblemError('not_found', 'There is no such generation.')
      return context.json(record)
    })
}
