import { afterAll, expect, test } from 'vitest'
import { probe } from '../media/probe.ts'
import { clipOf, editBench } from '../restyle/source-clip.fixture.ts'

const bench = editBench()
afterAll(() => bench.close())

test.each([
  { num: 24, den: 1 },
  { num: 30_000, den: 1001 },
])('an edit keeps the size, the frames and a rate of $num/$den', async (rate) => {
  const source = await bench.natural('park', { width: 162, height: 122 }, 7, { rate })
  const { path, output } = await bench.edit(source, 'in autumn', { edit: { strength: 'flex_2' } })
  const clip = await clipOf(path)
  expect(clip).toMatchObject({ width: 162, height: 122, rate })
  expect(clip.frames).toHaveLength(7)
  expect(output).toMatchObject({ name: 'video.mp4', facts: { frames: 7, width: 162, height: 122 } })
})

test('a resolution becomes the short side, in the source’s own shape', async () => {
  const source = await bench.natural('park', { width: 160, height: 120 }, 3)
  const { path } = await bench.edit(source, 'in autumn', { resolution: '360p' })
  expect(await probe(path)).toMatchObject({ width: 480, height: 360, frames: 3 })
})
