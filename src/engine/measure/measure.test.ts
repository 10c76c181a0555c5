import { expect, test } from 'vitest'
import { psnr } from './psnr.ts'
import { ssim } from './ssim.ts'

const size = { width: 64, height: 32 }
const picture = Uint8Array.from({ length: 64 * 32 }, (_, i) => (i * 37 + (i >> 6) * 11) % 256)

test('a picture is itself', () => {
  expect(psnr(picture, picture)).toBe(Number.POSITIVE_INFINITY)
  expect(ssim(picture, picture, size)).toBeCloseTo(1, 10)
})

test('one code everywhere is 48.1 dB', () => {
  const darker = picture.map((v) => (v > 0 ? v - 1 : v + 1))
  expect(psnr(picture, darker)).toBeCloseTo(48.13, 2)
})

test('a picture of something else has no structure in common', () => {
  const other = Uint8Array.from(picture, (_, i) => (i * 101 + 7) % 256)
  expect(ssim(picture, other, size)).toBeLessThan(0.2)
})

test('only what the mask shows is compared', () => {
  const half = Uint8Array.from(picture, (_, i) => (i % 64 < 32 ? 1 : 0))
  const changed = picture.map((v, i) => (i % 64 < 32 ? v : 255 - v))
  expect(ssim(picture, changed, size, half)).toBeCloseTo(1, 10)
  expect(ssim(picture, changed, size)).toBeLessThan(0.6)
})
