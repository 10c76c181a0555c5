import { randomInt, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { FactsOf } from '#contract/media-ref.ts'
import { modelOf } from '#contract/request.ts'
import type { FaultCounter } from '../faults.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import type { JobStore } from '../jobs/job-store.ts'
import { type LedgerEntry, withoutData } from './ledger.ts'
import { LostAnswer } from './lost-answer.ts'
import { ownerOf } from './owner-of.ts'
import { createRateWindow } from './rate-window.ts'
import { readSubmission } from './read-submission.ts'
import { Refusal } from './refusal.ts'
import { sendFile } from './send-file.ts'
import type { SignedLinks } from './signed-links.ts'
import { wireGenerationOf } from './wire-generation-of.ts'

type Parts = {
  store: JobStore
  queue: JobQueue
  links: SignedLinks
  faults: FaultCounter
  clock: () => number
  origin: string | undefined
  limits: { perMinute: number; activeJobs: number }
}

/** What fits into one string of JavaScript. */
const bodyLimitBytes = 500 * 1024 * 1024

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

async function jsonOf(request: Request): Promise<unknown> {
  if (Number(request.headers.get('Content-Length')) > bodyLimitBytes) {
    throw new Refusal(413, 'Request body exceeds 500 MB size limit')
  }
  const text = await request.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'Request body is not valid JSON')
  }
}

/** The upstream's routes. Handlers note what they did in the `entry` of the ledger. */
export function createRoutes({ store, queue, links, faults, clock, origin, limits }: Parts) {
  const takePlace = createRateWindow(limits.perMinute, clock)
  const app = new Hono<{ Bindings: { entry: LedgerEntry } }>()

  const jobOf = (id: string, owner: string) => {
    const job = store.get(id)
    return job?.owner === owner ? job : undefined
  }
  const tell = (job: Parameters<typeof wireGenerationOf>[0], url: string) =>
    wireGenerationOf(job, (path) => links.mint(origin ?? new URL(url).origin, path))

  app.post('/v1/generations', async ({ req, env }) => {
    const owner = ownerOf(req.header('Authorization'))
    const fault = faults.submit()
    if (typeof fault === 'object') refuseBy(fault)
    const headers = takePlace(owner)
    const body = await jsonOf(req.raw)
    env.entry.body = withoutData(body)
    const factsOf: FactsOf = (ref) => {
      if (!('generation_id' in ref)) return undefined
      const source = jobOf(ref.generation_id, owner)
      return (source?.state === 'completed' && source.outputs[0]?.facts) || null
    }
    const request = readSubmission(body, factsOf)
    if (queue.active() >= limits.activeJobs) {
      throw new Refusal(429, 'Too many concurrent jobs', { 'Retry-After': '60' })
    }
    const job = {
      id: randomUUID(),
      nth: store.nextNth(),
      owner,
      created_at: new Date(clock()).toISOString(),
      model: modelOf(request),
      request,
      seed: randomInt(2 ** 32),
      state: 'queued' as const,
      frames_done: 0,
      frames: null,
      understood: null,
      outputs: [],
      failure_code: null,
      failure_reason: null,
    }
    store.add(job)
    const answer = Response.json(tell(job, req.url), { status: 201, headers })
    Object.assign(env.entry, { generation_id: job.id, seed: job.seed })
    queue.add(job)
    if (fault) env.entry.is_lost = true
    if (fault === 'lost') throw new LostAnswer()
    return fault === 'silent' ? silence(req.raw.signal) : answer
  })

  app.get('/v1/generations/:id', ({ req }) => {
    const owner = ownerOf(req.header('Authorization'))
    const fault = faults.poll()
    if (fault && 'status' in fault) refuseBy(fault)
    const job = jobOf(req.param('id'), owner)
    if (!job) throw new Refusal(404, 'Generation not found')
    return Response.json({ ...tell(job, req.url), ...fault })
  })

  app.get('/v1/files', ({ req }) => {
    ownerOf(req.header('Authorization'))
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
