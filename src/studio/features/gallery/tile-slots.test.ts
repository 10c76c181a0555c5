import { describe, expect, it } from 'vitest'
import { createTileSlots } from './tile-slots.ts'

describe('elements of tiles', () => {
  it('stay with what stays in sight', () => {
    const slotsOf = createTileSlots()
    expect(slotsOf([1, 2, 3])).toEqual([0, 1, 2])
    expect(slotsOf([2, 3, 4])).toEqual([1, 2, 0])
    expect(slotsOf([9, 2, 3, 4])).toEqual([3, 1, 2, 0])
  })

  it('are used again when all that was in sight has gone', () => {
    const slotsOf = createTileSlots()
    slotsOf([1, 2, 3])
    expect(slotsOf([100, 101, 102])).toEqual([0, 1, 2])
    slotsOf([])
    expect(slotsOf([7, 8])).toEqual([0, 1])
  })

  it('are never two for one or one for two', () => {
    const slotsOf = createTileSlots()
    for (let from = 0; from < 300; from += 7) {
      const keys = Array.from({ length: 20 + (from % 13) }, (_, at) => from + at)
      const slots = slotsOf(keys)
      expect(new Set(slots).size).toBe(keys.length)
      expect(Math.max(...slots)).toBeLessThan(40)
    }
  })
})
