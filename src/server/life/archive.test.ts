import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { EngineOptions } from '#engine/create-engine.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

const fox = { type: 'image', prompt: 'a fox', aspect_ratio: '1:1' }
let server: TestServer

afterEach(() => server.close())

async function open(engine: EngineOptions) {
  server = await openTestServer({ engine })
}
const downloads = () => server.engine.ledger().filter(({ path }) => path.startsWith('/outputs/'))
const temps = () => readdir(join(server.data, 'tmp'))

describe('an output', () => {
  it('whose link is dead is fetched by a fresh one', async () => {
    await open({ faults: { download: { 1: 'expired', 2: 'expired' } } })
    const id = await server.submit(fox)
    expect((await server.until(id, 'completed')).outputs).toHaveLength(1)
    expect(downloads().map(({ status }) => status)).toEqual([403, 403, 200])
  })

  it('that ends too soon is fetched again, and nothing of it stays', async () => {
    await open({ faults: { download: { 1: { cut_at: 5000 }, 2: { cut_at: 0 } } } })
    const id = await server.submit(fox)
    const [output] = (await server.until(id, 'completed')).outputs
    expect(output).toMatchObject({ width: 2048, height: 2048 })
    expect(downloads()).toHaveLength(3)
    expect(await temps()).toEqual([])
  })

  it('that can never be had fails the job after many tries, and says so', async () => {
    await open({ faults: { download: () => 'expired' } })
    const id = await server.submit(fox)
    const record = await server.until(id, 'failed')
    expect(record.failure_code).toBe('output_not_found')
    expect(record.failure_reason).toMatch(/403/)
    expect(downloads().length).toBeGreaterThan(2)
  })

  it('is taken up again after a restart in the middle of its archive', async () => {
    await open({ faults: { download: (nth) => (nth < 3 ? 'expired' : null) } })
    const id = await server.submit(fox)
    await server.until(id, 'archiving')
    await server.restart()
    await server.until(id, 'completed')
    expect(server.posts()).toHaveLength(1)
  })

  it('that two jobs share is stored once', async () => {
    const { createQuickRenderer } = await import('#engine/quick-renderer.ts')
    const quick = createQuickRenderer()
    await open({
      renderer: { ...quick, render: (job, ...rest) => quick.render({ ...job, seed: 7 }, ...rest) },
    })
    const ids = [await server.submit(fox), await server.submit(fox)]
    const hashes = new Set<string>()
    for (const id of ids) {
      for (const { sha256 } of (await server.until(id, 'completed')).outputs) hashes.add(sha256)
    }
    expect(hashes.size).toBe(1)
    const names = await readdir(join(server.data, 'media'), { recursive: true })
    expect(names.filter((name) => name.length > 60)).toHaveLength(1)
  })
})
