import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Board, board, boards } from '#contract/board.ts'
import { decodeWall } from '#contract/wall.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
const seqs: number[] = []
beforeAll(async () => {
  server = await openTestServer()
  for (const prompt of ['red fox', 'red barn', 'blue sea']) {
    const id = await server.submit({ type: 'image', prompt })
    seqs.push((await server.until(id, 'completed')).seq)
  }
})
afterAll(() => server.close())

const post = (path: string, body: unknown) => server.sendJson('POST', `/api/boards${path}`, body)
const listed = async (): Promise<Board[]> =>
  boards.parse(await (await server.request('/api/boards')).json()).data
const shown = async (query: string) => [
  ...decodeWall(await (await server.request(`/api/wall?${query}`)).arrayBuffer()).seqs,
]

async function make(name: string, find?: string): Promise<Board> {
  const answer = await post('', { id: randomUUID(), name, ...(find !== undefined && { find }) })
  expect(answer.status).toBe(201)
  return board.parse(await answer.json())
}

describe('boards', () => {
  it('hold items, each on as many as wanted, and lose none of them when they go', async () => {
    const fox = await make('Foxes')
    const best = await make('Best')
    expect(await (await post(`/${fox.id}/items`, { seqs: [seqs[0]] })).json()).toEqual({
      changed: 1,
    })
    await post(`/${best.id}/items`, { seqs })
    await post(`/${best.id}/items`, { seqs })
    expect((await listed()).map(({ name, count }) => [name, count])).toEqual([
      ['Best', 3],
      ['Foxes', 1],
    ])
    expect(await shown(`board=${fox.id}`)).toEqual([seqs[0]])
    expect((await listed())[1]?.cover).toMatch(/^\/media\/[0-9a-f]{64}\/thumb$/)
    await post(`/${best.id}/items/remove`, { seqs: [seqs[1]] })
    expect(await shown(`board=${best.id}`)).toEqual([seqs[2], seqs[0]])
    await server.sendJson('DELETE', `/api/boards/${best.id}`)
    expect((await listed()).map(({ name }) => name)).toEqual(['Foxes'])
    expect(await shown('')).toHaveLength(3)
  })

  it('that are saved searches hold what fits, also what comes later', async () => {
    const red = await make('Red ones', 'q=red&nonsense=1&type=image')
    expect(red.find).toBe('q=red&type=image')
    expect(red.count).toBe(2)
    const id = await server.submit({ type: 'image', prompt: 'red leaves' })
    const { seq } = await server.until(id, 'completed')
    await expect.poll(async () => (await shown(`board=${red.id}`)).includes(seq)).toBe(true)
    const answer = await post(`/${red.id}/items`, { seqs: [seqs[2]] })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ path: 'seqs' })
  })

  it('have names of their own, whatever the case', async () => {
    const one = await make('Moods')
    const twin = await post('', { id: randomUUID(), name: 'mOODS' })
    expect(twin.status).toBe(409)
    expect(await twin.json()).toMatchObject({ code: 'name_taken', path: 'name' })
    const same = await post('', { id: one.id, name: 'Moods' })
    expect(same.status).toBe(200)
    expect((await post('', { id: one.id, name: 'Other' })).status).toBe(409)
    const renamed = await server.sendJson('PATCH', `/api/boards/${one.id}`, { name: 'Light' })
    expect(await renamed.json()).toMatchObject({ name: 'Light' })
  })

  it('are refused with the field when something is wrong', async () => {
    for (const [body, path] of [
      [{ id: 'x', name: 'a' }, 'id'],
      [{ id: randomUUID(), name: '  ' }, 'name'],
      [{ id: randomUUID(), name: 'a', colour: 'red' }, 'colour'],
    ] as const) {
      const answer = await post('', body)
      expect(answer.status).toBe(422)
      expect(await answer.json()).toMatchObject({ path })
    }
    expect((await post(`/${randomUUID()}/items`, { seqs })).status).toBe(404)
  })
})
