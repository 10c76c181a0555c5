import { afterAll, expect, test } from 'vitest'
import { editStrengths } from '#contract/video-edit.ts'
import { probe } from '../media/probe.ts'
import { clipOf, difference, editBench } from '../restyle/source-clip.fixture.ts'

const bench = editBench()
afterAll(() => bench.close())

const small = { width: 160, height: 90 }

test.each(['as a watercolour', 'at night in the snow, neon signs'])(
  'the nine strengths of "%s" change a photographed clip more and more',
  async (prompt) => {
    const source = await bench.natural('city', small, 6)
    const before = await clipOf(source)
    const changes: number[] = []
    for (const strength of editStrengths) {
      const { path } = await bench.edit(source, prompt, { edit: { strength } })
      changes.push(difference(before, await clipOf(path)))
    }
    const rises = changes.slice(1).map((change, n) => change - changes[n]!)
    expect(Math.min(...rises), changes.map((c) => c.toFixed(2)).join(' ')).toBeGreaterThan(0)
  },
)

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
