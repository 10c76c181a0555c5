import fc from 'fast-check'
import { expect, test } from 'vitest'

import { explain } from './explain.ts'
import { notoIconBody } from './noto-icons.ts'
import {
  cameraMoves,
  families,
  seasons,
  styles,
  timesOfDay,
  weathers,
  type SceneSpec,
} from './scene-spec.ts'
import { understand, type PromptInput } from './understand.ts'

const known =
  'boat whale fox two giant a no without rain night desert portrait studio coffee red teal and orange neon pan left slow city people flock of birds “OPEN” above planet library marble tiny flying woman dancing snow 🦊 dress over table kitchen, . \n six lemons dark'.split(
    ' ',
  )
const prompts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...known), { maxLength: 30 }).map((words) => words.join(' ')),
)
const inputs: fc.Arbitrary<PromptInput> = fc.record({
  prompt: prompts,
  aspect: fc.oneof(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double()),
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  medium: fc.constantFrom('image', 'video'),
  style: fc.constantFrom('auto', 'manga'),
})

function within(value: number, low: number, high: number, what: string) {
  expect(value >= low && value <= high, `${what} is ${value}`).toBe(true)
}

function timeOf(input: PromptInput): number {
  const before = performance.now()
  understand(input)
  return performance.now() - before
}

async function isValid(spec: SceneSpec) {
  expect(families).toContain(spec.family)
  expect(timesOfDay).toContain(spec.time_of_day)
  expect(weathers).toContain(spec.weather)
  expect(seasons).toContain(spec.season)
  expect(cameraMoves).toContain(spec.camera.move)
  for (const style of spec.styles) expect(styles).toContain(style)
  within(spec.seed, 0, 0xffffffff, 'seed')
  within(spec.camera.amount, 0.2, 1, 'camera amount')
  within(spec.density, 0, 1, 'density')
  within(spec.light.azimuth, -1, 1, 'azimuth')
  within(spec.light.elevation, -20, 90, 'elevation')
  within(spec.light.hardness, 0, 1, 'hardness')
  const { name, ...colours } = spec.palette
  expect(name.length).toBeGreaterThan(0)
  for (const channel of [...Object.values(colours), spec.light.colour].flat()) {
    within(channel, 0, 8, 'a colour')
  }
  expect(spec.subjects.length).toBeLessThanOrEqual(6)
  for (const { x, y, size, depth, icon } of spec.subjects) {
    within(x, 0, 1, 'x')
    within(y, 0.05, 1, 'y')
    within(size, 0.01, 2, 'size')
    within(depth, 0, 1, 'depth')
    await expect(notoIconBody(icon)).resolves.toContain('<')
  }
  expect(new Set(spec.not_understood).size).toBe(spec.not_understood.length)
  for (const { value } of explain(spec).facts) expect(value.length).toBeGreaterThan(0)
}

test('any words at all become a scene that can be painted', async () => {
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => isValid(understand(input))),
    { numRuns: 250 },
  )
})

test('the same words, seed and frame are always the same scene', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      expect(JSON.stringify(understand(input))).toBe(JSON.stringify(understand({ ...input })))
    }),
    { numRuns: 100 },
  )
})

test.each([
  ['nothing', ''],
  ['blanks', ' \n\t '],
  ['marks', '?!… “”'],
  ['six thousand letters', 'a'.repeat(6000)],
  ['a thousand words', 'unheard of words '.repeat(353)],
  ['two cats a thousand times', 'two tiny cats, '.repeat(400)],
  ['every animal', 'two deer and three foxes walking red wolves '.repeat(136)],
  ['quotes', '"'.repeat(6000)],
  ['open quotes', " 'a".repeat(2000)],
  ['other scripts', '夕暮れの海に浮かぶ帆船 '.repeat(400)],
])('%s is read in a moment', async (_name, prompt) => {
  const input: PromptInput = { prompt, aspect: 1, seed: 1, medium: 'video' }
  await isValid(understand(input))
  expect(Math.min(...[1, 2, 3].map(() => timeOf(input)))).toBeLessThan(200)
})

test('a usual prompt is read in less than 20 ms', () => {
  const prompt = 'a lone sailboat at dusk, fog rolling in, two birds above it, 35mm, slow push in'
  understand({ prompt, aspect: 1, seed: 1, medium: 'video' })
  const times = [1, 2, 3, 4, 5].map((seed) => timeOf({ prompt, aspect: 1, seed, medium: 'video' }))
  expect(Math.min(...times)).toBeLessThan(20)
})

test('people and animals seldom stand in front of one another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const { subjects } = understand({
        prompt: 'a deer and a fox in a valley',
        aspect: 16 / 9,
        seed,
        medium: 'image',
      })
      const [a, b] = subjects
      expect(Math.abs(a!.x - b!.x)).toBeGreaterThan(0.1)
    }),
    { numRuns: 60 },
  )
})
