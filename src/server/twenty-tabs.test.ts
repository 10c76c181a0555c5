import { afterEach, expect, it } from 'vitest'
import { queue } from '#contract/queue.ts'
import { createQuickRenderer } from '#engine/quick-renderer.ts'
import { openTestServer, type TestServer } from './server.harness.ts'

const tabs = 20
const tickMs = 100
/** The shortest that a wait of one tick may be. */
const shortestTickMs = tickMs * 0.8

let server: TestServer
afterEach(() => server.close())

async function openTab() {
  const reader = (await server.request('/api/events')).body?.getReader()
  let heard = ''
  const reading = (async () => {
    const decoder = new TextDecoder()
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) return
      heard += decoder.decode(value, { stream: true })
    }
  })()
  return {
    heard: () => heard,
    async close() {
      await reader?.cancel()
      await reading
    },
  }
}

it('twenty tabs cost the upstream one look per job and tick', { timeout: 30_000 }, async () => {
  server = await openTestServer({
    pace: { image: tickMs, local: tickMs, backOff: 10, backOffCap: 40, tries: 3 },
    engine: { renderer: createQuickRenderer({ delayMs: 500 }), jobsAtOnce: 3 },
  })
  const open = await Promise.all(Array.from({ length: tabs }, openTab))
  const began = performance.now()
  const ids = await Promise.all(
    [1, 2, 3].map(() => server.submit({ type: 'image', prompt: 'a fox', aspect_ratio: '3:1' })),
  )
  for (;;) {
    const answers = await Promise.all(open.map(() => server.request('/api/queue')))
    const queues = await Promise.all(
      answers.map(async (answer) => queue.parse(await answer.json())),
    )
    if (queues.every(({ data }) => data.length === 0)) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const ticks = Math.ceil((performance.now() - began) / shortestTickMs)

  for (const id of ids) {
    const upstreamId = (await server.record(id)).upstream_id ?? ''
    const looks = server.engine
      .ledger()
      .filter(({ method, path }) => method === 'GET' && path.endsWith(upstreamId))
    expect(looks.length).toBeGreaterThan(0)
    expect(looks.length).toBeLessThanOrEqual(ticks + 1)
    for (const tab of open) expect(tab.heard()).toContain(`{"id":"${id}","state":"completed"}`)
  }
  await Promise.all(open.map((tab) => tab.close()))
})
