import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copiesOf, reverseFrames, spreadFrames } from './arrange-keyframes.ts'
import { anchoredGrid } from './frames.arbitrary.ts'

const none: ReadonlySet<number> = new Set()

/** Places in the list, as they follow each other in time. */
const orderOf = (frames: readonly number[]) =>
  frames.map((_, index) => index).toSorted((a, b) => (frames[a] ?? 0) - (frames[b] ?? 0))

const areWithin = (frames: readonly number[], last: number) =>
  new Set(frames).size === frames.length && frames.every((f) => f >= 0 && f <= last)

describe('spreading anchors', () => {
  it('keeps their order, their number and the others, none on another', () => {
    fc.assert(
      fc.property(anchoredGrid, ({ last, frames, picked }) => {
        const next = spreadFrames(frames, picked, last)
        expect(next).toHaveLength(frames.length)
        expect(areWithin(next, last)).toBe(true)
        const chosen = picked.size >= 3 ? picked : new Set(frames.keys())
        const among = (list: readonly number[]) => orderOf(list).filter((at) => chosen.has(at))
        expect(among(next)).toEqual(among(frames))
        for (const [at, frame] of frames.entries())
          if (!chosen.has(at)) expect(next[at]).toBe(frame)
      }),
    )
  })

  it.each([
    ['all over the grid', [3, 5, 9], none, [0, 60, 120]],
    ['64 on 121 frames as evenly as whole frames allow', [0, 1, 2, 3], none, [0, 40, 80, 120]],
    [
      'the picked ones between their outer two',
      [0, 10, 12, 40],
      new Set([1, 2, 3]),
      [0, 10, 25, 40],
    ],
    ['beside one that stays in the way', [10, 12, 40, 25], new Set([0, 1, 2]), [10, 24, 40, 25]],
    ['nothing when there is one only', [7], none, [7]],
  ])('puts %s', (_, frames, picked, next) => {
    expect(spreadFrames(frames, picked, 120)).toEqual(next)
  })

  it('leaves distances that differ by a frame at most', () => {
    for (const last of [120, 240]) {
      const frames = spreadFrames(
        Array.from({ length: 64 }, (_, index) => index),
        none,
        last,
      )
      const gaps = frames.slice(1).map((frame, index) => frame - (frames[index] ?? 0))
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1)
    }
  })
})

describe('reversing anchors', () => {
  it('mirrors them in time and twice is as before', () => {
    fc.assert(
      fc.property(anchoredGrid, ({ frames, last }) => {
        const once = reverseFrames(frames, none)
        expect(areWithin(once, last)).toBe(true)
        expect(orderOf(once)).toEqual(orderOf(frames).toReversed())
        expect(reverseFrames(once, none)).toEqual(frames)
      }),
    )
  })

  it('goes round those that stay', () => {
    fc.assert(
      fc.property(anchoredGrid, ({ frames, last, picked }) => {
        const next = reverseFrames(frames, picked)
        expect(areWithin(next, last)).toBe(true)
        const chosen = picked.size >= 2 ? picked : new Set(frames.keys())
        const among = (list: readonly number[]) => orderOf(list).filter((at) => chosen.has(at))
        expect(among(next)).toEqual(among(frames).toReversed())
      }),
    )
  })

  it('keeps uneven distances, the other way round', () => {
    expect(reverseFrames([0, 10, 100], none)).toEqual([100, 90, 0])
  })
})

describe('copies', () => {
  it('stand on free frames, as many as there is room for', () => {
    fc.assert(
      fc.property(anchoredGrid, fc.nat(64), ({ frames, last, picked }, room) => {
        const copies = copiesOf(frames, picked, last, room)
        expect(copies).toHaveLength(Math.min(picked.size, room, last + 1 - frames.length))
        expect(areWithin([...frames, ...copies.map(({ frame }) => frame)], last)).toBe(true)
      }),
    )
  })

  it('follow what they copy', () => {
    expect(copiesOf([48, 49, 120], new Set([0, 2]), 120, 9)).toEqual([
      { of: 0, frame: 50 },
      { of: 2, frame: 119 },
    ])
  })
})
