import { afterAll, expect, test } from 'vitest'
import { type EditControls, editStrengths } from '#contract/video-edit.ts'
import { likeness, type Signal } from '../restyle/signal-likeness.fixture.ts'
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

const prompt = 'at night in the snow, neon signs'
const strength = 'reimagine_2'
const wide = { width: 320, height: 180 }

/** From what should be least like the source to what should be most like it. */
const ladders: [Signal, EditControls[]][] = [
  [
    'depth',
    [
      { depth: { enabled: false } },
      ...[1, 0.5, 0].map((blur) => ({ depth: { enabled: true, blur } })),
    ],
  ],
  [
    'normals',
    [
      { normals: { enabled: false } },
      ...[1, 0.5, 0].map((augmentation) => ({ normals: { enabled: true, augmentation } })),
    ],
  ],
  [
    'trajectory',
    [
      { trajectory: { enabled: false } },
      ...[1, 0.5, 0].map((sparsity) => ({ trajectory: { enabled: true, sparsity } })),
    ],
  ],
  [
    'pose',
    [
      { pose: { enabled: false } },
      { pose: { enabled: true, strength: 'coarse' } },
      { pose: { enabled: true, strength: 'precise' } },
    ],
  ],
  ['face', [{ face: { enabled: false } }, { face: { enabled: true } }]],
]

test.each(ladders)(
  '%s: on is more like the source than off, and so is more of it',
  async (signal, rungs) => {
    const isPerson = signal === 'pose' || signal === 'face'
    const source = isPerson
      ? await bench.person('sitting', wide, 8)
      : await bench.natural('city', wide, 8)
    const before = await clipOf(source)
    const found: number[] = []
    for (const controls of rungs) {
      const { path } = await bench.edit(source, prompt, { edit: { strength, controls } })
      found.push(await likeness(signal, before, await clipOf(path)))
    }
    const rises = found.slice(1).map((value, n) => value - found[n]!)
    expect(Math.min(...rises), found.map((v) => v.toFixed(3)).join(' ')).toBeGreaterThan(0)
  },
)
