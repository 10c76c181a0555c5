import { expect, test } from 'vitest'

import { textLines } from './text-lines.ts'
import { loadTextSprite } from './text-sprite.ts'

test('short words stay on one line, longer ones are balanced over two or three', () => {
  expect(textLines('OPEN LATE')).toEqual(['OPEN LATE'])
  expect(textLines('The quick brown fox jumps')).toHaveLength(2)
  const long = textLines('it was the best of times it was the worst of times it was')
  expect(long).toHaveLength(3)
  const lengths = long.map((line) => line.length)
  expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(9)
})

test('more than eighty characters end in an ellipsis', () => {
  const lines = textLines('word '.repeat(60))
  expect(lines.join(' ').length).toBeLessThanOrEqual(82)
  expect(lines.at(-1)).toMatch(/…$/)
})

test.each([
  'OPEN LATE',
  'Ωμέγα Привет',
  'مرحبا بالعالم',
  '東京タワーの夜景を見に行こう',
  '👩‍🚀🦊',
  'a'.repeat(500),
  'A',
])('%s is set inside the width asked for', async (text) => {
  const { width, height, alpha } = await loadTextSprite(text, 320)
  expect(width).toBeLessThanOrEqual(320)
  expect(alpha).toHaveLength(width * height)
  expect(alpha.some((a) => a > 200)).toBe(true)
})

test('a wide line fills the width', async () => {
  const { width } = await loadTextSprite('OPEN LATE', 400)
  expect(width).toBeGreaterThan(370)
})

test('nothing to set gives one transparent pixel', async () => {
  expect(await loadTextSprite(' \u0000 ', 300)).toEqual({
    width: 1,
    height: 1,
    alpha: new Uint8Array(1),
  })
})
