import { expect, test } from 'vitest'
import { halfOf, numberOf } from './half.ts'

test('every finite half is the half of its own number', () => {
  for (let half = 0; half < 0x7c00; half++) expect(halfOf(numberOf(half))).toBe(half)
})

test.each([
  ['a tie goes to the even neighbour', 1 + 2 ** -11, 1],
  ['a tie above goes up to the even one', 1 + 3 * 2 ** -11, 1 + 2 ** -9],
  ['a third of one is within half a step', 1 / 3, 0.333_251_953_125],
  ['less than nothing is nothing', -4, 0],
  ['what no half can hold is infinite', 70_000, Infinity],
])('%s', (_, value, kept) => {
  expect(numberOf(halfOf(value))).toBe(kept)
})
