import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from './server.harness.ts'

const fox = { type: 'image', prompt: 'a fox', aspect_ratio: '1:1' }
let server: TestServer

beforeEach(async () => {
  server = await openTestServer({ world: 'local' })
})
afterEach(() => server.close())

/** What the upstream was sent for `body`, whatever it thought of it. */
async function sentFor(body: object) {
  const id = await server.submit(body)
  await server.until(id, 'completed', 'failed')
  return server.posts().at(-1)?.body as Record<string, unknown>
}

describe('a generation that is used again', () => {
  it('is named by the id that the upstream knows', async () => {
    const parent = await server.until(await server.submit(fox), 'completed')
    const sent = await sentFor({ ...fox, image_ref: [{ generation_id: parent.id }] })
    expect(sent.image_ref).toEqual([{ generation_id: parent.upstream_id }])
  })

  it('travels as its bytes to another world, which does not know it', async () => {
    const parent = await server.until(await server.submit(fox), 'completed')
    const [output] = parent.outputs
    const sha256 = output?.sha256 ?? ''
    await server.restart('luma')
    const sent = await sentFor({ ...fox, image_ref: [{ generation_id: parent.id }] })
    const { length } = await readFile(join(server.data, 'media', sha256.slice(0, 2), sha256))
    expect(sent.image_ref).toEqual([{ data: length, media_type: output?.media_type }])
  })

  it('must be completed, and of the medium that is asked for', async () => {
    const parent = await server.until(await server.submit(fox), 'completed')
    const source = { generation_id: parent.id }
    const response = await server.post({ type: 'video_edit', prompt: 'x', source })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'rule', path: 'source' })
  })

  it('of the other world waits for its own world, and is not sent to this one', async () => {
    await server.close()
    server = await openTestServer({
      world: 'luma',
      engine: { faults: { submit: { 1: { status: 429, retry_after_s: 1 } } } },
    })
    const id = await server.submit(fox)
    await server.until(id, 'held')
    await server.restart('local')
    await new Promise((resolve) => setTimeout(resolve, 1300))
    expect((await server.record(id)).state).toBe('held')
    await server.restart('luma')
    await server.until(id, 'completed')
  })
})
