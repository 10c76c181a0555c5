import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { FramePool } from './frame-pool.ts'

const pool = new FramePool(2)
afterAll(() => pool.close())

const maker = new URL('./counting-maker.fixture.ts', import.meta.url)
const shape = { maker, inputBytes: 1, outputBytes: 1 }
const never = new AbortController().signal

test('frames are filled and delivered in order, each with its own input', async () => {
  const filled: number[] = []
  const delivered: number[] = []
  await pool.run({
    ...shape,
    init: {},
    frames: 50,
    async fill(index, input) {
      await sleep(index % 3)
      filled.push(index)
      input[0] = 100
    },
    async onFrame(index, output) {
      await sleep(index % 2)
      delivered.push((output[0] ?? 0) - 100)
      expect(delivered.at(-1)).toBe(index)
    },
    signal: never,
  })
  expect(filled).toEqual(Array.from({ length: 50 }, (_, index) => index))
  expect(delivered).toEqual(filled)
})

test('a maker that fails ends the run with its words, and the next run works', async () => {
  const run = { ...shape, frames: 20, onFrame: () => undefined, signal: never }
  await expect(pool.run({ ...run, init: { failAt: 7 } })).rejects.toThrow('frame 7 fails')
  await expect(pool.run({ ...run, init: {} })).resolves.toBeUndefined()
})

test('an encoder that fails ends the run', async () => {
  const run = pool.run({
    ...shape,
    init: {},
    frames: 20,
    onFrame(index) {
      if (index === 3) throw new Error('disk full')
    },
    signal: never,
  })
  await expect(run).rejects.toThrow('disk full')
})

test('an aborted run ends with the reason of its signal', async () => {
  const stop = new AbortController()
  const onFrame = (index: number) => {
    if (index === 2) stop.abort(new Error('cancelled'))
  }
  const run = pool.run({ ...shape, init: {}, frames: 500, onFrame, signal: stop.signal })
  await expect(run).rejects.toThrow('cancelled')
})
