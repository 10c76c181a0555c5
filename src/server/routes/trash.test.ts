import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Generation } from '#contract/generation.ts'
import { decodeWall } from '#contract/wall.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const make = async (prompt: string): Promise<Generation> =>
  server.until(
    await server.submit({ type: 'image', prompt, aspect_ratio: '1:1' }),
    'completed',
    'failed',
  )
const post = (path: string, body: unknown) => server.sendJson('POST', `/api/trash${path}`, body)
const shown = async (query: string) => [
  ...decodeWall(await (await server.request(`/api/wall?${query}`)).arrayBuffer()).seqs,
]
const fileOf = ({ outputs }: Generation) => {
  const sha256 = outputs[0]?.sha256 ?? ''
  return join(server.data, 'media', sha256.slice(0, 2), sha256)
}
const stillOf = ({ outputs }: Generation) => {
  const sha256 = outputs[0]?.sha256 ?? ''
  return join(server.data, 'stills', sha256.slice(0, 2), `${sha256}.webp`)
}
const spent = async () =>
  ((await (await server.request('/api/usage')).json()) as { today_usd: number }).today_usd

describe('the trash', () => {
  it('takes from the wall and gives back', async () => {
    const { seq, id } = await make('to and fro')
    expect(await (await post('', { seqs: [seq] })).json()).toEqual({ changed: 1 })
    expect(await shown('')).not.toContain(seq)
    expect(await shown('trash=1')).toEqual([seq])
    expect((await server.record(id)).trashed_at).not.toBeNull()
    expect(await (await post('/restore', { seqs: [seq] })).json()).toEqual({ changed: 1 })
    expect(await shown('')).toContain(seq)
  })

  it('erases nothing that was not thrown away first, nor without a second yes', async () => {
    const kept = await make('kept')
    const seqs = [kept.seq]
    expect(await (await post('/erase', { seqs, confirm: 1 })).json()).toEqual({ changed: 0 })
    await post('', { seqs })
    for (const confirm of [undefined, 0, 2]) {
      const answer = await post('/erase', { seqs, ...(confirm !== undefined && { confirm }) })
      expect(answer.status).toBe(409)
      expect(await answer.json()).toMatchObject({ code: 'not_confirmed', path: 'confirm' })
    }
    expect(existsSync(fileOf(kept))).toBe(true)
    await post('/restore', { seqs })
  })

  it('erases files for good, and the money spent on them is still counted', async () => {
    const gone = await make('gone')
    const before = await spent()
    expect(existsSync(fileOf(gone)) && existsSync(stillOf(gone))).toBe(true)
    await post('', { seqs: [gone.seq] })
    expect(await spent()).toBe(before)
    expect(await (await post('/erase', { seqs: [gone.seq], confirm: 1 })).json()).toEqual({
      changed: 1,
    })
    expect(existsSync(fileOf(gone)) || existsSync(stillOf(gone))).toBe(false)
    expect((await server.request(`/api/generations/${gone.id}`)).status).toBe(404)
    expect((await server.request(`/media/${gone.outputs[0]?.sha256}`)).status).toBe(404)
    expect(await shown('trash=1')).toEqual([])
    expect(await shown('q=gone')).toEqual([])
    expect(await spent()).toBe(before)
    await server.restart()
    expect(await shown('')).not.toContain(gone.seq)
    expect(await spent()).toBe(before)
  })

  it('keeps bytes that something else still shows', async () => {
    const one = await make('the same picture')
    const bytes = await (await server.request(`/media/${one.outputs[0]?.sha256}`)).arrayBuffer()
    await server.upload(new Uint8Array(bytes))
    await post('', { seqs: [one.seq] })
    await post('/erase', { seqs: [one.seq], confirm: 1 })
    expect(existsSync(fileOf(one))).toBe(true)
    expect((await server.request(`/media/${one.outputs[0]?.sha256}`)).status).toBe(200)
  })

  it('does not take what is not over yet, nor anything with it', async () => {
    const done = await make('done')
    const seqs = [done.seq]
    await server.sendJson('PUT', '/api/budget', { day_usd: 0, submission_usd: null })
    const held = await server.until(await server.submit({ type: 'image', prompt: 'held' }), 'held')
    const answer = await post('', { seqs: [...seqs, held.seq] })
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ code: 'not_settled' })
    expect(await shown('trash=1')).toEqual([])
  })
})
