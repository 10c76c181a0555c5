import { expect, test } from 'vitest'
import { numberOf } from './half.ts'
import { lightSteps, lightTables, peakNit, shownLight } from './light-curve.ts'
import { diffuseWhiteNit } from './pq.ts'

const plain = { exposure: 0.66, contrast: 1.14, lift: [0, 0, 0], drop: [0, 0, 0] } as const
const nit = (number: number, grade: Parameters<typeof shownLight>[0] = plain) =>
  shownLight(grade, 0, number) * diffuseWhiteNit

test('more light in the scene is never less on the display, and never above its peak', () => {
  for (const exposure of [0.3, 0.66, 1.4, 20]) {
    let last = -1
    for (let n = 0; n < lightSteps; n += 7) {
      const shown = nit(n / 8192, { ...plain, exposure })
      expect(shown).toBeGreaterThanOrEqual(last)
      expect(shown).toBeLessThanOrEqual(peakNit)
      last = shown
    }
  }
})

test('a white wall stands near 203 cd/m² and a lamp four times as bright far above it', () => {
  expect(nit(1)).toBeGreaterThan(150)
  expect(nit(1)).toBeLessThan(220)
  expect(nit(4) / nit(1)).toBeGreaterThan(3)
})

test('black is lifted and white tinted as the look says', () => {
  const film = { ...plain, lift: [0.035, 0.04, 0.05], drop: [0, 0.02, 0.06] } as const
  const [red, blue] = [shownLight(film, 0, 0), shownLight(film, 2, 0)]
  expect(blue).toBeGreaterThan(red)
  expect(red).toBeGreaterThan(0)
  expect(shownLight(film, 2, 3)).toBeLessThan(shownLight(film, 0, 3))
})

test('the tables hold the curve to the precision of a half', () => {
  const tables = lightTables(plain)
  for (const n of [400, 4000, 8192, 30_000]) {
    const exact = shownLight(plain, 1, n / 8192)
    expect(Math.abs(numberOf(tables[lightSteps + n]!) / exact - 1)).toBeLessThan(2 ** -11)
  }
})
