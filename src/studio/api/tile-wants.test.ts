import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tilesLimit } from '#contract/wall.ts'
import { chunkSize, wantedSpans } from './tile-wants.ts'

const cases = fc
  .record({ total: fc.integer({ min: 1, max: 5000 }), from: fc.nat(5000), length: fc.nat(600) })
  .filter(({ total, from, length }) => from < total && length > 0)

const at = (direction: 1 | -1, total: number) =>
  wantedSpans({ from: 64, to: 100 }, total, direction).next

describe('what tiles are asked for', () => {
  it('covers all that is in sight, in parts that the server answers', () => {
    fc.assert(
      fc.property(cases, ({ total, from, length }) => {
        const to = Math.min(total, from + length)
        const { now } = wantedSpans({ from, to }, total, 1)
        expect(now[0]?.from).toBeLessThanOrEqual(from)
        expect(now.at(-1)?.to).toBeGreaterThanOrEqual(to)
        for (const [index, span] of now.entries()) {
          expect(span.to - span.from).toBeLessThanOrEqual(tilesLimit)
          expect(span.from % chunkSize).toBe(0)
          expect(span.to).toBeLessThanOrEqual(total)
          if (index > 0) expect(span.from).toBe(now[index - 1]?.to)
        }
      }),
    )
  })

  it('looks ahead the way it goes, and not beyond the ends', () => {
    expect(at(1, 1000)).toEqual({ from: 128, to: 192 })
    expect(at(-1, 1000)).toEqual({ from: 0, to: 64 })
    expect(at(1, 110)).toBeNull()
    expect(wantedSpans({ from: 0, to: 0 }, 10, 1)).toEqual({ now: [], next: null })
  })
})
