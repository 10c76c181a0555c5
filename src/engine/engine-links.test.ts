import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEngine } from './create-engine.ts'
import { createQuickRenderer } from './quick-renderer.ts'
import { talkTo } from './talk-to.fixture.ts'

let now = Date.parse('2026-11-22T12:00:00Z')
const minute = 60_000
const engine = createEngine({ renderer: createQuickRenderer(), clock: () => now })
const talk = talkTo(engine)
let id: string

beforeAll(async () => {
  id = (await talk.submit({ prompt: 'a lake' })).id
  await talk.settle(id)
})
afterAll(() => engine.close())

const link = async () => (await talk.look(id)).output?.[0]?.url ?? ''
async function statusOf(url: string) {
  const answer = await engine.fetch(new Request(url))
  await answer.body?.cancel()
  return answer.status
}

test('a link needs no key and works for an hour, then it is dead', async () => {
  const first = await link()
  now += 59 * minute
  expect(await statusOf(first)).toBe(200)
  now += 2 * minute
  expect(await statusOf(first)).toBe(403)
})

test('the next look mints a fresh one', async () => {
  const old = await link()
  now += 61 * minute
  const fresh = await link()
  expect(fresh).not.toBe(old)
  expect(await statusOf(fresh)).toBe(200)
  expect(await statusOf(old)).toBe(403)
})

test.each([
  ['signature', (url: string) => url.replace(/(.)$/, (last) => (last === '0' ? '1' : '0'))],
  ['expiry', (url: string) => url.replace(/expires=(\d)/, 'expires=9$1')],
  ['name', (url: string) => url.replace('image.png', 'image.jpg')],
  ['generation', (url: string) => url.replace(id, '00000000-0000-4000-8000-000000000000')],
  ['signature taken away', (url: string) => url.replace(/&signature=.*/, '')],
])('a link with another %s is refused', async (_, tamper) => {
  const url = await link()
  expect(tamper(url)).not.toBe(url)
  expect(await statusOf(tamper(url))).toBe(403)
})

test('the link of another engine is refused', async () => {
  const other = createEngine({ renderer: createQuickRenderer(), clock: () => now })
  const answer = await other.fetch(new Request(await link()))
  expect(answer.status).toBe(403)
  await other.close()
})
