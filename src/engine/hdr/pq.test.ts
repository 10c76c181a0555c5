import { expect, test } from 'vitest'
import { nitOf, pqOf } from './pq.ts'

test.each([
  [0, 0],
  [0.1, 0.0623],
  [1, 0.1499],
  [100, 0.5081],
  [203, 0.5807],
  [1000, 0.7518],
  [4000, 0.9026],
  [10_000, 1],
])('%d cd/m² is the signal that ST 2084 gives it', (nit, signal) => {
  expect(pqOf(nit)).toBeCloseTo(signal, 4)
  expect(nitOf(pqOf(nit))).toBeCloseTo(nit, 6)
})

test('light beyond the curve stays at its ends', () => {
  expect([pqOf(-1), pqOf(1e6), nitOf(-1), nitOf(2)]).toEqual([pqOf(0), 1, 0, 10_000])
})
