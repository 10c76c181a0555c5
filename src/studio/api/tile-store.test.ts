import { describe, expect, it, vi } from 'vitest'
import { generationFixture } from './generation-fixture.ts'
import { tileOf } from './tile-of.ts'
import { createTileStore } from './tile-store.ts'

const tile = (n: number) => tileOf(generationFixture(n), 0)

describe('the tiles that are known', () => {
  it('forget those that were wanted least lately, and no more than they must', () => {
    const store = createTileStore()
    store.keepAll(Array.from({ length: 3000 }, (_, index) => tile(index + 1)))
    expect(store.missing([1])).toEqual([])
    store.keepAll([tile(3001)])
    expect(store.get(1)).toBeDefined()
    expect(store.get(2)).toBeUndefined()
    expect(store.seqOf(tile(2).id)).toBeUndefined()
    expect(store.get(3001)).toBeDefined()
  })

  it('stay in sight when they are outdated, and are asked for once more', () => {
    const store = createTileStore()
    store.keepAll([tile(1)])
    store.age()
    expect(store.get(1)).toBeDefined()
    expect(store.missing([1, 2])).toEqual([1, 2])
    store.keepAll([tile(1)])
    expect(store.missing([1, 2])).toEqual([2])
  })

  it('tell of a change once, with another lookup', () => {
    const store = createTileStore()
    store.keepAll([tile(1)])
    const heard = vi.fn()
    const stop = store.subscribe(heard)
    const before = store.lookup()
    store.patch([1, 99], (each) => ({ ...each, stars: 5 }))
    expect(heard).toHaveBeenCalledTimes(1)
    expect(store.lookup()).not.toBe(before)
    expect(store.lookup()(1)?.stars).toBe(5)
    store.patch([99], (each) => each)
    stop()
    store.age()
    expect(heard).toHaveBeenCalledTimes(1)
  })
})
