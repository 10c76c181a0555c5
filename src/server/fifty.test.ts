import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { createQuickRenderer } from '#engine/quick-renderer.ts'
import { createFastClock } from './life/fast-clock.harness.ts'
import { openTestServer, type TestServer } from './server.harness.ts'

const minuteMs = 60_000
const fox = (prompt: string) => ({ type: 'image', prompt, aspect_ratio: '3:1' })

let server: TestServer
afterEach(() => server.close())

const isActive = (state?: string) => state === 'queued' || state === 'processing'

/** The most that any window of a minute holds. */
function mostInAMinute(times: readonly number[]): number {
  return Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + minuteMs).length),
  )
}

/** Twenty singles, a set of twenty, and ten singles more, all at once. */
async function submitFifty(): Promise<void> {
  const single = (nth: number) => server.submit(fox(`single ${nth}`))
  const items = Array.from({ length: 20 }, (_, index) => ({
    id: randomUUID(),
    request: fox(`of the set ${index + 1}`),
  }))
  await Promise.all([
    ...Array.from({ length: 20 }, (_, index) => single(index)),
    server.sendJson('POST', '/api/sets', { id: randomUUID(), items }),
    ...Array.from({ length: 10 }, (_, index) => single(20 + index)),
  ])
}

type Item = { id: string; seq: number; set: { position: number; size: number } | null }

/** As they were submitted: the rows of a set stand together, its last item first. */
function inOrderOfSubmission(items: readonly Item[]): string[] {
  const keyOf = ({ seq, set }: Item) => (set ? seq - set.size + 2 * set.position - 1 : seq)
  return items.toSorted((a, b) => keyOf(a) - keyOf(b)).map(({ id }) => id)
}

/** How many jobs the engine had after each submission, and the words of each refusal. */
function watchTheEngine() {
  const { engine } = server
  const ask = engine.fetch
  const active: number[] = []
  const refusals: string[] = []
  Object.assign(engine, {
    async fetch(request: Request) {
      const response = await ask(request)
      if (request.method !== 'POST') return response
      const ids = server.posts().flatMap(({ generation_id: id }) => id ?? [])
      active.push(ids.filter((id) => isActive(engine.jobOf(id)?.state)).length)
      if (response.status !== 201) refusals.push(await response.clone().text())
      return response
    },
  })
  return { active, refusals }
}

it('fifty at once all complete, in order, within the limits', { timeout: 60_000 }, async () => {
  const clock = createFastClock(20)
  server = await openTestServer({
    clock,
    engine: {
      clock: clock.now,
      limits: { perMinute: 30, activeJobs: 10 },
      jobsAtOnce: 5,
      renderer: createQuickRenderer({ delayMs: 400 }),
    },
  })
  const { active, refusals } = watchTheEngine()

  await submitFifty()
  const listed = await (await server.request('/api/generations?limit=200')).json()
  const items = (listed as { data: Item[] }).data
  expect(items).toHaveLength(50)
  for (const { id } of items) await server.until(id, 'completed', 'failed', 'unknown')

  const states = await Promise.all(items.map(async ({ id }) => (await server.record(id)).state))
  expect(new Set(states)).toEqual(new Set(['completed']))
  const accepted = server.posts().filter(({ status }) => status === 201)
  expect(accepted.map(({ x_request_id }) => x_request_id)).toEqual(inOrderOfSubmission(items))
  expect(mostInAMinute(accepted.map(({ at }) => Date.parse(at)))).toBeLessThanOrEqual(30)
  expect(Math.max(...active)).toBe(10)
  expect(refusals.length).toBeLessThanOrEqual(5)
})
