import { expect, test } from 'vitest'
import { naturalPicture } from '../natural-picture.fixture.ts'
import { correlation } from './correlation.ts'
import { estimateDepth } from './estimate-depth.ts'
import { estimateNormals } from './estimate-normals.ts'
import { estimateSky } from './estimate-sky.ts'
import { estimateTrajectory } from './estimate-trajectory.ts'
import type { Glance } from './glance.ts'

const size = { width: 128, height: 72 }

const middle = (d: Float32Array) => d.toSorted()[d.length >> 1]!

const flat = (at: (x: number, y: number) => number): Glance => ({
  ...size,
  y: Uint8Array.from({ length: size.width * size.height }, (_, n) =>
    at(n % size.width, Math.floor(n / size.width)),
  ),
  u: new Uint8Array(size.width * size.height).fill(128),
  v: new Uint8Array(size.width * size.height).fill(128),
})

async function shifted(dx: number, dy: number): Promise<Glance> {
  const wide = { width: size.width + 20, height: size.height + 20 }
  const rgb = await naturalPicture('city', wide)
  return flat((x, y) => rgb[((y + 10 + dy) * wide.width + x + 10 + dx) * 3 + 1]!)
}

test('a soft, bright strip high in the picture is further away than sharp dark ground', () => {
  const depth = estimateDepth(flat((x, y) => (y < 36 ? 190 : 40 + ((x * 13 + y * 29) % 7) * 9)))
  const mean = (from: number, to: number) => {
    const rows = depth.data.subarray(from * size.width, to * size.width)
    return rows.reduce((sum, v) => sum + v, 0) / rows.length
  }
  expect(mean(4, 30)).toBeGreaterThan(mean(42, 68) + 0.3)
})

test('a lit ball leans to the left on its left and to the right on its right', () => {
  const ball = flat((x, y) => 60 + 120 * Math.exp(-((x - 64) ** 2 + (y - 36) ** 2) / 400))
  const { x } = estimateNormals(ball)
  expect(x.data[36 * size.width + 48]).toBeGreaterThan(0.1)
  expect(x.data[36 * size.width + 80]).toBeLessThan(-0.1)
})

test.each([
  [3, 0],
  [-5, 2],
])(
  'a picture moved by (%i, %i) pixels is tracked by its middle track to a fifth of a pixel',
  async (dx, dy) => {
    const field = estimateTrajectory(await shifted(dx, dy), await shifted(0, 0))
    expect(Math.abs(middle(field.dx) * size.width - dx)).toBeLessThan(0.2)
    expect(Math.abs(middle(field.dy) * size.height - dy)).toBeLessThan(0.2)
  },
)

test('the sky ends where the roofs begin', () => {
  const sky = estimateSky(flat((x, y) => (y < 30 + (x % 16) ? 200 : 60)))
  expect(sky.data[10 * size.width + 5]).toBe(1)
  expect(sky.data[60 * size.width + 5]).toBe(0)
})

test('a row correlates with itself, not with its mirror image', () => {
  expect(correlation([1, 2, 3, 5], [2, 4, 6, 10])).toBeCloseTo(1)
  expect(correlation([1, 2, 3, 5], [-1, -2, -3, -5])).toBeCloseTo(-1)
  expect(correlation([1, 1, 1], [1, 2, 3])).toBe(0)
})
