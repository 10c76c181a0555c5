import { expect, it } from 'vitest'
import { videoSize } from '#contract/video.ts'
import { centredOn, filled, fitted, noFillReason } from './placements.ts'

const wide = 16 / 9

it('fits all of a wide source into a tall canvas', () => {
  expect(fitted(wide, videoSize('9:16', '720p'))).toEqual({ x: 0, y: 438, width: 720, height: 405 })
})

it('fills a square with a wide source, beyond both sides', () => {
  const canvas = videoSize('1:1', '720p')
  expect(filled(wide, canvas)).toEqual({ x: -280, y: 0, width: 1280, height: 720 })
})

it('fills nothing that would need more than the API takes', () => {
  const tall = videoSize('9:16', '720p')
  expect(filled(wide, tall)).toBe(null)
  expect(noFillReason(wide, tall)).toBe('Fill needs more than 2 × the width.')
  expect(noFillReason(1 / wide, videoSize('16:9', '720p'))).toMatch(/height/)
  expect(noFillReason(wide, videoSize('1:1', '720p'))).toBe(null)
})

it('centres a source of any size', () => {
  const off = { x: 900, y: -900, width: 100, height: 60 }
  expect(centredOn(off, { width: 1280, height: 720 })).toEqual({
    x: 590,
    y: 330,
    width: 100,
    height: 60,
  })
})
