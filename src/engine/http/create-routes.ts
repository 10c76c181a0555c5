import { join } from 'node:path'
import { Hono } from 'hono'
import type { FaultCounter } from '../faults.ts'
import type { LedgerEntry } from './ledger.ts'
import { LostAnswer } from './lost-answer.ts'
import { Refusal } from './refusal.ts'
import { sendFile } from './send-file.ts'
import type { SignedLinks } from './signed-links.ts'
import { createSubmission, type SubmissionParts } from './submission-route.ts'
import { wireGenerationOf } from './wire-generation-of.ts'

type Parts = SubmissionParts & {
  links: SignedLinks
  faults: FaultCounter
  origin: string | undefined
}

function refuseBy(fault: { status: 429 | 502; retry_after_s?: number }): never {
  const { status, retry_after_s = 1 } = fault
  if (status === 502) throw new Refusal(502, 'Upstream service unavailable')
  throw new Refusal(429, 'Rate limit exceeded', { 'Retry-After': String(retry_after_s) })
}

/** Ends only when the caller gives up. */
const silence = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new LostAnswer()), { once: true })
  })

/** The upstream's routes. Handlers note what they did in the `entry` of the ledger. */
export function createRoutes(parts: Parts) {
  const { store, queue, links, faults, origin, accounts } = parts
  const submit = createSubmission(parts)
  const app = new Hono<{ Bindings: { entry: LedgerEntry } }>()

  const jobOf = (id: string, owner: string) => {
    const job = store.get(id)
    return job?.owner === owner ? job : undefined
  }
  const tell = (job: Parameters<typeof wireGenerationOf>[0], url: string) =>
    wireGenerationOf(job, (path) => links.mint(origin ?? new URL(url).origin, path))

  app.post('/v1/generations', async ({ req, env }) => {
    const owner = accounts.ownerOf(req.header('Authorization'))
    const fault = faults.submit()
    if (typeof fault === 'object') refuseBy(fault)
    const { job, headers } = await submit(req.raw, owner, env.entry)
    const answer = Response.json(tell(job, req.url), { status: 201, headers })
    queue.add(job)
    if (fault) env.entry.is_lost = true
    if (fault === 'lost') throw new LostAnswer()
    return fault === 'silent' ? silence(req.raw.signal) : answer
  })

  app.get('/v1/generations/:id', ({ req }) => {
    const owner = accounts.ownerOf(req.header('Authorization'))
    const fault = faults.poll()
    if (fault && 'status' in fault) refuseBy(fault)
    const job = jobOf(req.param('id'), owner)
    if (!job) throw new Refusal(404, 'Generation not found')
    return Response.json({ ...tell(job, req.url), ...fault })
  })

  app.get('/v1/files', ({ req }) => {
    accounts.ownerOf(req.header('Authorization'))
    return Response.json({ data: [], has_more: false, next_cursor: null })
  })

  app.get('/outputs/:id/:name', ({ req }) => {
    const fault = faults.download()
    if (fault === 'expired' || !links.isValid(new URL(req.url))) {
      throw new Refusal(403, 'This link has expired or is not valid')
    }
    const output = store
      .get(req.param('id'))
      ?.outputs.find(({ name }) => name === req.param('name'))
    if (!output) throw new Refusal(404, 'Output not found')
    return sendFile({
      path: join(store.outputsOf(req.param('id')), output.name),
      mediaType: output.media_type,
      range: req.header('Range') ?? null,
      cutAt: fault?.cut_at,
    })
  })

  app.notFound(() => new Refusal(404, 'Not Found').toResponse())
  app.onError((error) => {
    if (error instanceof LostAnswer) throw error
    if (error instanceof Refusal) return error.toResponse()
    return new Refusal(500, 'The local engine failed: ' + error.message).toResponse()
  })
  return app
}
