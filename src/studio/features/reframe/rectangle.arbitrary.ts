import fc from 'fast-check'
import { ratioOf } from '#contract/size.ts'
import { videoRatios, videoResolutions, videoSize } from '#contract/video.ts'
import type { Handle } from './rectangle-drag.ts'
import type { Terms } from './whole-size.ts'
import { fitSize } from './placements.ts'

const canvas = fc
  .record({
    ratio: fc.constantFrom(...videoRatios),
    resolution: fc.constantFrom(...videoResolutions),
  })
  .map(({ ratio, resolution }) => videoSize(ratio, resolution))

const sourceRatio = fc.constantFrom(...videoRatios.map(ratioOf), 0.31, 1.414, 3)

export const anyTerms: fc.Arbitrary<Terms> = fc.record({
  canvas,
  ratio: fc.option(sourceRatio, { nil: null }),
})

export const lockedTerms = fc.record({ canvas, ratio: sourceRatio })

/** A rectangle of whole pixels that the API takes, of the kept shape where one is kept. */
export const placed = ({ canvas: { width, height }, ratio }: Terms) =>
  fc
    .record({
      x: fc.integer({ min: -2 * width, max: 2 * width }),
      y: fc.integer({ min: -2 * height, max: 2 * height }),
      width: fc.integer({ min: 8, max: 2 * width }),
      height: fc.integer({ min: 8, max: 2 * height }),
      share: fc.double({ min: 0.3, max: 1, noNaN: true }),
    })
    .map(({ share, ...rectangle }) => {
      if (ratio === null) return rectangle
      const fit = fitSize(ratio, { width, height })
      return ratio >= 1
        ? {
            ...rectangle,
            width: Math.round(fit.width * share),
            height: Math.round(Math.round(fit.width * share) / ratio),
          }
        : {
            ...rectangle,
            width: Math.round(Math.round(fit.height * share) * ratio),
            height: Math.round(fit.height * share),
          }
    })

export const anyHandle = fc.constantFrom<Handle>(
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
)

const far = fc.double({ min: -6000, max: 6000, noNaN: true })
export const anyPoint = fc.record({ x: far, y: far })
