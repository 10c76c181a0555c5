import { expect, it } from 'vitest'
import { chartScale, roundAbove } from './chart-scale.ts'

it.each([
  [0, 1],
  [0.045, 0.05],
  [0.25, 0.3],
  [1.2, 1.5],
  [8, 8],
  [10, 10],
  [21, 30],
  [260, 300],
])('a chart of up to $%f ends at a round sum above it: $%f', (usd, top) => {
  expect(roundAbove(usd)).toBeCloseTo(top)
})

it('shows the budget where it does not press the bars flat', () => {
  expect(chartScale([1, 4], 5)).toEqual({ top: 6, isBudgetShown: true })
  expect(chartScale([1, 4], 50)).toEqual({ top: 4, isBudgetShown: false })
  expect(chartScale([0], 5)).toEqual({ top: 6, isBudgetShown: true })
  expect(chartScale([1], null)).toEqual({ top: 1, isBudgetShown: false })
})
