import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { promptList } from '#contract/prompt.ts'
import { problem } from '#contract/problem.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
  const image = { type: 'image', aspect_ratio: '1:1' }
  for (const prompt of [
    'A fox in the snow',
    'Élan, a "neon" café at night',
    'Ein Fuchs, 雪の狐',
    'A fox in the rain',
    'A fox in the snow',
  ]) {
    await server.submit({ ...image, prompt })
  }
  await server.submit({ type: 'video', prompt: 'A fox in the rain', video: { resolution: '360p' } })
})
afterAll(() => server.close())

const ask = (query: string) => server.request(`/api/prompts?${query}`)
const found = async (search: string) => {
  const response = await ask(new URLSearchParams({ q: search }).toString())
  expect(response.status).toBe(200)
  return promptList.parse(await response.json()).data.map(({ prompt }) => prompt)
}

describe('the prompt history', () => {
  it('tells each prompt once, the one used last first, and how often', async () => {
    const { data } = promptList.parse(await (await ask('')).json())
    expect(data).toMatchObject([
      { prompt: 'A fox in the rain', type: 'video', times: 2 },
      { prompt: 'A fox in the snow', type: 'image', times: 2 },
      { prompt: 'Ein Fuchs, 雪の狐', times: 1 },
      { prompt: 'Élan, a "neon" café at night', times: 1 },
    ])
  })

  it.each([
    ['fox', ['A fox in the rain', 'A fox in the snow']],
    ['sno fo', ['A fox in the snow']],
    ['CAFE elan', ['Élan, a "neon" café at night']],
    ['雪', ['Ein Fuchs, 雪の狐']],
    ['fox wolf', []],
    ['ox', []],
  ])('is searched for %s by the beginnings of words', async (search, expected) => {
    expect(await found(search)).toEqual(expected)
  })

  it.each([
    '"',
    'fox OR rain',
    'NEAR(fox rain)',
    'prompt:fox',
    'fox*',
    '^fox',
    '(fox',
    '-fox',
    "'",
  ])('takes %s as words and not as commands', async (search) => {
    await found(search)
  })

  it('does not take OR as a choice', async () => {
    expect(await found('snow OR rain')).toEqual([])
    expect(await found('"neon"')).toEqual(['Élan, a "neon" café at night'])
  })

  it('is everything when nothing but signs is asked for', async () => {
    expect(await found(' …! ')).toHaveLength(4)
  })

  it('gives as many as are asked for, and 100 at most', async () => {
    expect(promptList.parse(await (await ask('limit=1&q=fox')).json()).data).toHaveLength(1)
    const refused = await ask('limit=101')
    expect(refused.status).toBe(422)
    expect(problem.parse(await refused.json()).path).toBe('limit')
  })
})
