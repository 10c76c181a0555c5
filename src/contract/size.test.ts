import fc from 'fast-check'
import { expect, it } from 'vitest'
import { imageRatios, imageSize } from './image.ts'
import { ratioOf } from './size.ts'
import { centredFit, toRectangle, toSourcePosition } from './video-reframe.ts'
import {
  frameCount,
  lastIndex,
  shownFrame,
  videoRatios,
  videoResolutions,
  videoSize,
} from './video.ts'

it.each(imageRatios)('makes a %s picture 2048 px long, even, and of that shape', (ratio) => {
  const { width, height } = imageSize(ratio)
  expect(Math.max(width, height)).toBe(2048)
  expect([width % 2, height % 2]).toEqual([0, 0])
  expect(Math.abs(width / height / ratioOf(ratio) - 1)).toBeLessThan(0.002)
})

it.each(videoRatios.flatMap((ratio) => videoResolutions.map((step) => [ratio, step] as const)))(
  'makes a %s clip at %s even and of that shape',
  (ratio, resolution) => {
    const { width, height } = videoSize(ratio, resolution)
    expect(Math.min(width, height)).toBe(Number.parseInt(resolution, 10))
    expect([width % 2, height % 2]).toEqual([0, 0])
    expect(Math.abs(width / height / ratioOf(ratio) - 1)).toBeLessThan(0.004)
  },
)

it('shows the closing edge of the grid on the last frame', () => {
  expect(lastIndex('5s')).toBe(120)
  expect(shownFrame(120, frameCount('5s'))).toBe(119)
  expect(shownFrame(119, 120)).toBe(119)
  expect(shownFrame(240, frameCount('10s'))).toBe(239)
})

const px = fc.integer({ min: 16, max: 4096 })
const size = fc.record({ width: px, height: px })

it('fits a source whole, centred and unstretched', () => {
  fc.assert(
    fc.property(size, size, (source, canvas) => {
      const { x, y, width, height } = toRectangle(centredFit(source, canvas), canvas)
      expect(x * 2 + width).toBeCloseTo(canvas.width, 6)
      expect(y * 2 + height).toBeCloseTo(canvas.height, 6)
      expect(width / height).toBeCloseTo(source.width / source.height, 6)
      expect(Math.min(canvas.width - width, canvas.height - height)).toBeCloseTo(0, 6)
    }),
  )
})

it('turns a rectangle into fractions of the canvas and back', () => {
  const edge = fc.double({ min: -5000, max: 5000, noNaN: true })
  fc.assert(
    fc.property(edge, edge, size, size, (x, y, sides, canvas) => {
      const rectangle = { x, y, ...sides }
      const back = toRectangle(toSourcePosition(rectangle, canvas), canvas)
      expect(back.x).toBeCloseTo(x, 6)
      expect(back.width).toBeCloseTo(sides.width, 6)
    }),
  )
})
