import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from './open-store.ts'

const row = (n: number) => ({
  id: `job ${n}`,
  state: 'completed' as const,
  world: 'local' as const,
  model: 'uni-1' as const,
  kind: 'image uni-1',
  request: JSON.stringify({ type: 'image', prompt: `Take ${n % 2000}, a fox in the snow` }),
  request_hash: '',
  created_at: new Date(n * 1000).toISOString(),
})

it('a long prompt history gives the newest that fit, and no more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dailies-prompts-'))
  const store = openStore(join(folder, 'dailies.sqlite'))
  onTestFinished(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })
  await store.generations.add(Array.from({ length: 3000 }, (_, n) => row(n)))
  const newest = await store.prompts.search('sno fox', 100)
  expect(newest.map(({ prompt }) => Number(prompt.match(/\d+/)?.[0]))).toEqual(
    Array.from({ length: 100 }, (_, n) => 999 - n),
  )
  expect(newest.every(({ times }) => times === 2)).toBe(true)
  expect(await store.prompts.search('take 1999', 100)).toMatchObject([{ times: 1 }])
})
