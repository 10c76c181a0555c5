import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchoredGrid } from './frames.arbitrary.ts'
import { framesToEnd, nextFree, shiftFrames, stepFrames } from './place-keyframes.ts'

const way = fc.integer({ min: -300, max: 300 })

function expectSound(before: readonly number[], after: readonly number[], last: number) {
  expect(after).toHaveLength(before.length)
  expect(new Set(after).size).toBe(before.length)
  for (const frame of after) {
    expect(Number.isInteger(frame)).toBe(true)
    expect(frame).toBeGreaterThanOrEqual(0)
    expect(frame).toBeLessThanOrEqual(last)
  }
}

describe('moving anchors', () => {
  it('never puts two on a frame, leaves the grid or moves what was not picked', () => {
    fc.assert(
      fc.property(anchoredGrid, way, ({ last, frames, picked }, by) => {
        for (const move of [shiftFrames, stepFrames]) {
          const next = move(frames, picked, by, last)
          expectSound(frames, next, last)
          frames.forEach((frame, index) => picked.has(index) || expect(next[index]).toBe(frame))
        }
      }),
    )
  })

  it('keeps the spacing of what moves together', () => {
    fc.assert(
      fc.property(anchoredGrid, way, ({ last, frames, picked }, by) => {
        const next = shiftFrames(frames, picked, by, last)
        const shifts = [...picked].map((index) => (next[index] ?? 0) - (frames[index] ?? 0))
        expect(new Set(shifts).size).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('goes exactly where it is told when there is room', () => {
    fc.assert(
      fc.property(anchoredGrid, fc.nat(240), ({ last, frames }, place) => {
        fc.pre(place <= last && !frames.includes(place))
        const next = shiftFrames(frames, new Set([0]), place - (frames[0] ?? 0), last)
        expect(next[0]).toBe(place)
      }),
    )
  })

  it.each([
    ['over another from the left', 10, 38, 47],
    ['over another from the right', 90, -42, 49],
    ['past another', 10, 50, 60],
    ['beyond the start', 10, -30, 0],
    ['beyond the end, where another stands', 10, 400, 119],
  ])('stops beside it when dragged %s', (_, frame, by, lands) => {
    expect(shiftFrames([frame, 48, 120], new Set([0]), by, 120)).toEqual([lands, 48, 120])
  })

  it('keeps a group together at the ends and beside what stands in its way', () => {
    expect(shiftFrames([0, 10, 20, 60], new Set([1, 2]), -40, 120)).toEqual([0, 1, 11, 60])
    expect(shiftFrames([0, 10, 20, 60], new Set([1, 2]), 40, 120)).toEqual([0, 49, 59, 60])
    expect(shiftFrames([100, 110], new Set([0, 1]), 50, 120)).toEqual([110, 120])
  })

  it('stays where it is in a full grid', () => {
    const full = [0, 1, 2, 3]
    expect(shiftFrames(full, new Set([1]), 2, 3)).toEqual(full)
    expect(stepFrames(full, new Set([1]), 1, 3)).toEqual(full)
  })

  it('brings an anchor beyond a shortened grid back onto it', () => {
    expect(shiftFrames([0, 200], new Set([1]), -1, 120)).toEqual([0, 120])
  })
})

describe('stepping anchors', () => {
  it.each([
    ['one frame', [10, 48], 1, [11, 48]],
    ['over a neighbour', [47, 48], 1, [49, 48]],
    ['over a row of neighbours', [45, 46, 47, 48], 1, [49, 46, 47, 48]],
    ['as far as the end lets it', [115, 0], 12, [120, 0]],
    ['beside what stands on the end', [115, 120], 12, [119, 120]],
    ['not at all where all is taken', [1, 0], -1, [1, 0]],
  ])('goes %s', (_, frames, by, next) => {
    expect(stepFrames(frames, new Set([0]), by, 120)).toEqual(next)
  })

  it('never steps the other way', () => {
    fc.assert(
      fc.property(anchoredGrid, way, ({ last, frames, picked }, by) => {
        const next = stepFrames(frames, picked, by, last)
        next.forEach((frame, index) =>
          expect((frame - (frames[index] ?? 0)) * Math.sign(by)).toBeGreaterThanOrEqual(0),
        )
      }),
    )
  })

  it('goes to the ends, or beside what stands there', () => {
    expect(framesToEnd([0, 30, 40], new Set([1, 2]), 'first', 120)).toEqual([0, 1, 11])
    expect(framesToEnd([0, 30, 40], new Set([1]), 'last', 120)).toEqual([0, 120, 40])
  })
})

describe('a free frame', () => {
  it.each([
    ['the wanted one', 50, 50],
    ['the next after it', 48, 49],
    ['the nearest before, at the end', 120, 118],
    ['the last, from beyond', 300, 118],
  ])('is %s', (_, wanted, frame) => {
    expect(nextFree(wanted, new Set([48, 119, 120]), 120)).toBe(frame)
  })

  it('is not to be had in a full grid', () => {
    expect(nextFree(1, new Set([0, 1, 2]), 2)).toBeNull()
  })
})
