import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { justifiedLayout } from './layout/justified-layout.ts'
import { moveOnWall } from './move-on-wall.ts'

const wall = (count: number) =>
  justifiedLayout(
    Uint16Array.from({ length: count }, (_, n) => [1500, 1000, 500, 2000][n % 4] ?? 1000),
    { width: 1000, targetHeight: 200, gap: 4 },
  )

const moves = [
  'wallLeft',
  'wallRight',
  'wallUp',
  'wallDown',
  'wallFirst',
  'wallLast',
  'wallPageUp',
  'wallPageDown',
] as const

describe('moving on the wall', () => {
  it('never leaves it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(),
        fc.constantFrom(...moves),
        (count, seed, move) => {
          const to = moveOnWall(wall(count), seed % count, move, 500)
          expect(to).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThan(count)
        },
      ),
    )
  })

  it('goes down by exactly one row, to what is nearest below', () => {
    const rows = wall(40)
    for (let item = 0; item < 30; item += 1) {
      if (rows.rowOf(item) === rows.rows - 1) continue
      expect(rows.rowOf(moveOnWall(rows, item, 'wallDown', 500))).toBe(rows.rowOf(item) + 1)
    }
  })

  it('stays where it is at the edges', () => {
    const rows = wall(9)
    expect(moveOnWall(rows, 0, 'wallLeft', 500)).toBe(0)
    expect(moveOnWall(rows, 1, 'wallUp', 500)).toBe(1)
    expect(moveOnWall(rows, 8, 'wallRight', 500)).toBe(8)
    expect(moveOnWall(rows, 8, 'wallDown', 500)).toBe(8)
  })

  it('pages by at least a row even when a row is taller than the screen', () => {
    const rows = wall(40)
    const to = moveOnWall(rows, 0, 'wallPageDown', 10)
    expect(to).toBeGreaterThanOrEqual(rows.startOf(1))
  })

  it('goes to the newest and the oldest', () => {
    expect(moveOnWall(wall(12), 5, 'wallFirst', 500)).toBe(0)
    expect(moveOnWall(wall(12), 5, 'wallLast', 500)).toBe(11)
  })
})
