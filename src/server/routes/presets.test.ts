import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { preset, presetLimits, presetList } from '#contract/preset.ts'
import { problem } from '#contract/problem.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

const draft = { type: 'video', prompt: 'waves', video: { resolution: '360p', loop: true } }
let server: TestServer

beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.close())

const put = (body: unknown, id: string = randomUUID()) =>
  server.sendJson('PUT', `/api/presets/${id}`, body)
const listed = async () =>
  presetList.parse(await (await server.request('/api/presets')).json()).data
const told = async (response: Response) => problem.parse(await response.json())

describe('presets', () => {
  it('are kept with their plan, changed under their id, and listed by name', async () => {
    const plan = { runs: 4, sweep: [{ path: 'model', values: ['a', 'b'] }] }
    const response = await put({ name: ' Waves ', draft, plan })
    expect(response.status).toBe(201)
    const kept = preset.parse(await response.json())
    expect(kept).toMatchObject({ name: 'Waves', draft, plan })
    await put({ name: 'A fox', draft: { type: 'image', prompt: '' } })
    await server.restart()
    expect((await listed()).map(({ name }) => name)).toEqual(['A fox', 'Waves'])
    const renamed = await put({ ...kept, name: 'waves' }, kept.id)
    expect(renamed.status).toBe(200)
    const found = await server.request(`/api/presets/${kept.id}`)
    expect(preset.parse(await found.json())).toMatchObject({ name: 'waves', plan })
  })

  it('are removed, and given back so that this can be undone', async () => {
    const kept = preset.parse(await (await put({ name: 'Waves', draft })).json())
    const removed = await server.sendJson('DELETE', `/api/presets/${kept.id}`)
    expect(await removed.json()).toEqual(kept)
    expect(await listed()).toEqual([])
    expect((await server.sendJson('DELETE', `/api/presets/${kept.id}`)).status).toBe(404)
    expect((await server.request(`/api/presets/${kept.id}`)).status).toBe(404)
    expect((await put(kept, kept.id)).status).toBe(201)
  })

  it('have names of their own', async () => {
    await put({ name: 'Waves', draft })
    const response = await put({ name: 'WAVES', draft })
    expect(response.status).toBe(409)
    expect(await told(response)).toMatchObject({ code: 'name_taken', path: 'name' })
  })

  it('are a thousand at most', async () => {
    for (let n = 0; n < presetLimits.count; n += 1) await put({ name: `Number ${n}`, draft })
    const response = await put({ name: 'One more', draft })
    expect(response.status).toBe(409)
    expect((await told(response)).code).toBe('too_many')
    const [first] = await listed()
    expect((await put({ ...first, name: 'Changed' }, first?.id)).status).toBe(200)
  })

  it.each<[string, unknown, number, string | undefined]>([
    ['no name', { draft }, 422, 'name'],
    ['an empty name', { name: '  ', draft }, 422, 'name'],
    ['a name of 81', { name: 'x'.repeat(81), draft }, 422, 'name'],
    ['no draft', { name: 'x' }, 422, 'draft'],
    ['a draft of no type', { name: 'x', draft: { prompt: 'x' } }, 422, 'draft.type'],
    ['a field that is none', { name: 'x', draft: { ...draft, seed: 1 } }, 422, 'draft.seed'],
    [
      'a field inside',
      { name: 'x', draft: { ...draft, video: { fps: 1 } } },
      422,
      'draft.video.fps',
    ],
    ['too much', { name: 'x', draft, plan: 'x'.repeat(1024 * 1024) }, 413, undefined],
  ])('with %s are refused', async (_, body, status, path) => {
    const response = await put(body)
    expect(response.status).toBe(status)
    expect((await told(response)).path).toBe(path)
    expect(await listed()).toEqual([])
  })

  it('have ids that are UUIDs', async () => {
    expect((await put({ name: 'x', draft }, 'mine')).status).toBe(422)
  })
})
