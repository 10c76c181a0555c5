import { afterAll, expect, test } from 'vitest'
import { editStrengths } from '#contract/video-edit.ts'
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
