import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { board, boards } from '#contract/board.ts'
import { tagList } from '#contract/marks.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
let id = ''
beforeAll(async () => {
  server = await openTestServer()
  id = await server.submit({ type: 'image', prompt: 'letters' })
  await server.until(id, 'completed')
})
afterAll(() => server.close())

const batch = (from: number) => Array.from({ length: 40 }, (_, index) => `tag ${from + index}`)

it('a tag is one tag in any case, in other alphabets too', async () => {
  const change = (body: object) => server.sendJson('PATCH', `/api/generations/${id}`, body)
  await change({ add_tags: ['Été', 'море'] })
  await change({ add_tags: ['ÉTÉ', 'Море', 'été'] })
  expect((await server.record(id)).marks.tags.toSorted()).toEqual(['Été', 'море'])
  await change({ remove_tags: ['МОРЕ'] })
  const { data } = tagList.parse(await (await server.request('/api/tags')).json())
  expect(data).toEqual([{ tag: 'Été', count: 1 }])
})

it('up to a hundred tags stand on one', async () => {
  for (const from of [0, 40, 80]) {
    await server.sendJson('PATCH', `/api/generations/${id}`, { add_tags: batch(from) })
  }
  expect((await server.record(id)).marks.tags).toHaveLength(100)
})

it('boards made at once under one name are one board, in other alphabets too', async () => {
  const names = ['Été', 'été', 'ÉTÉ']
  const answers = await Promise.all(
    names.map((name) => server.sendJson('POST', '/api/boards', { id: randomUUID(), name })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  const { data } = boards.parse(await (await server.request('/api/boards')).json())
  expect(data).toHaveLength(1)
})

it('a board counts and shows only what is on the wall', async () => {
  const answer = await server.sendJson('POST', '/api/boards', { id: randomUUID(), name: 'Shown' })
  const made = board.parse(await answer.json())
  const { seq } = await server.record(id)
  await server.sendJson('POST', `/api/boards/${made.id}/items`, { seqs: [seq, 9999] })
  const listed = async () =>
    boards
      .parse(await (await server.request('/api/boards')).json())
      .data.find((each) => each.id === made.id)
  expect((await server.record(id)).boards).toEqual([made.id])
  expect(await listed()).toMatchObject({ count: 1, cover: expect.any(String) })
  await server.sendJson('POST', '/api/trash', { seqs: [seq] })
  expect(await listed()).toMatchObject({ count: 0, cover: null })
})
