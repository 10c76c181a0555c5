import { expect, test } from 'vitest'

import { loadSubjectSprite } from './subject-sprite.ts'

test.each([64, 400, 900])('a sailboat %i px high is cropped to its outline', async (heightPx) => {
  const { width, height, rgba } = await loadSubjectSprite('sailboat', heightPx)
  expect(height).toBe(heightPx)
  expect(rgba).toHaveLength(width * height * 4)
  const alphaAt = (x: number, y: number) => rgba[(y * width + x) * 4 + 3]!
  const row = (y: number) => Array.from({ length: width }, (_, x) => alphaAt(x, y))
  const column = (x: number) => Array.from({ length: height }, (_, y) => alphaAt(x, y))
  const reach = Math.ceil(heightPx / 100)
  for (const line of [
    row(reach),
    row(height - 1 - reach),
    column(reach),
    column(width - 1 - reach),
  ]) {
    expect(Math.max(...line)).toBeGreaterThan(20)
  }
})

test('the model is rounded: its rim leans outwards and its middle faces the lens', async () => {
  const { width, height, rgba, normal, heightMap } = await loadSubjectSprite('red-circle', 200)
  const at = (x: number, y: number) =>
    Math.round(y * (height - 1)) * width + Math.round(x * (width - 1))
  const left = at(0.03, 0.5)
  const middle = at(0.5, 0.5)
  expect(rgba[left * 4 + 3]).toBeGreaterThan(200)
  expect(normal[left * 3]).toBeLessThan(-0.5)
  expect(normal[at(0.97, 0.5) * 3]).toBeGreaterThan(0.5)
  expect(normal[at(0.5, 0.03) * 3 + 1]).toBeLessThan(-0.5)
  expect(normal[middle * 3 + 2]).toBeGreaterThan(0.97)
  expect(heightMap[middle]).toBeGreaterThan(heightMap[left]! + 0.3)
})

test('normals are of unit length and heights between 0 and 1', async () => {
  const { normal, heightMap } = await loadSubjectSprite('deer', 150)
  for (let i = 0; i < heightMap.length; i++) {
    expect(heightMap[i]! >= 0 && heightMap[i]! <= 1).toBe(true)
    const length = Math.hypot(normal[i * 3]!, normal[i * 3 + 1]!, normal[i * 3 + 2]!)
    expect(Math.abs(length - 1)).toBeLessThan(1e-4)
  }
})

test('the same sprite is made once', async () => {
  const [a, b] = await Promise.all([loadSubjectSprite('fox', 90), loadSubjectSprite('fox', 90.2)])
  expect(a).toBe(b)
})

test('an icon Noto does not have is named in the error', async () => {
  await expect(loadSubjectSprite('flying-teacup', 100)).rejects.toThrow('flying-teacup')
})
