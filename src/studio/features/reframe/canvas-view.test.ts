import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  isInSight,
  isReachable,
  toCanvas,
  toStage,
  viewOfAll,
  viewOfCanvas,
} from './canvas-view.ts'
import { anyTerms, placed } from './rectangle.arbitrary.ts'

const situation = anyTerms.chain((terms) =>
  fc.record({
    canvas: fc.constant(terms.canvas),
    rectangle: placed(terms),
    stage: fc.record({
      width: fc.integer({ min: 200, max: 2000 }),
      height: fc.integer({ min: 150, max: 1200 }),
    }),
  }),
)

it('a point of the stage is the point of the canvas that is drawn there', () => {
  fc.assert(
    fc.property(situation, ({ canvas, rectangle, stage }) => {
      const view = viewOfCanvas(stage, canvas)
      const { x, y } = toStage(rectangle, view)
      const back = toCanvas({ x, y }, view)
      expect(back.x).toBeCloseTo(rectangle.x, 6)
      expect(back.y).toBeCloseTo(rectangle.y, 6)
    }),
  )
})

it('the canvas has room around it, and seeing all shows canvas and source', () => {
  fc.assert(
    fc.property(situation, ({ canvas, rectangle, stage }) => {
      const whole = { x: 0, y: 0, ...canvas }
      const near = viewOfCanvas(stage, canvas)
      expect(toStage(whole, near).x).toBeGreaterThan(stage.width * 0.1)
      expect(toStage(whole, near).y).toBeGreaterThan(stage.height * 0.1)
      const all = viewOfAll(stage, canvas, rectangle)
      expect(isInSight(stage, all, whole)).toBe(true)
      expect(isInSight(stage, all, rectangle)).toBe(true)
    }),
  )
})

it('a source beyond the stage cannot be taken hold of', () => {
  const stage = { width: 800, height: 300 }
  const canvas = { width: 1680, height: 720 }
  const view = viewOfCanvas(stage, canvas)
  const part = { width: 640, height: 360 }
  expect(isReachable(stage, view, { x: -400, y: 0, ...part })).toBe(true)
  expect(isReachable(stage, view, { x: -1680, y: 0, ...part })).toBe(false)
  expect(isReachable(stage, view, { x: 0, y: 1440, ...part })).toBe(false)
})
