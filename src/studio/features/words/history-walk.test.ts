import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atUnsent, step, type Walk } from './history-walk.ts'

const past = ['newest', 'middle', 'oldest']

const moves = fc.array(fc.constantFrom<1 | -1>(1, -1), { maxLength: 40 })

function walker(words: string, prompts: readonly string[] = past) {
  let walk: Walk = atUnsent
  const self = {
    words,
    prompts,
    go(direction: 1 | -1) {
      const next = step(walk, direction, self.words, self.prompts)
      if (next) ({ walk, words: self.words } = next)
      return self.words
    },
    older: () => self.go(1),
    newer: () => self.go(-1),
  }
  return self
}

describe('walking the history of prompts', () => {
  it('goes back, stops at the oldest, and returns to the words not yet sent', () => {
    const me = walker('half a thou')
    expect([me.older(), me.older(), me.older(), me.older()]).toEqual([
      'newest',
      'middle',
      'oldest',
      'oldest',
    ])
    expect([me.newer(), me.newer(), me.newer(), me.newer()]).toEqual([
      'middle',
      'newest',
      'half a thou',
      'half a thou',
    ])
  })

  it('keeps what was changed on the way, at the place where it was changed', () => {
    const me = walker('unsent')
    me.older()
    me.older()
    me.words = 'middle, at dusk'
    expect(me.older()).toBe('oldest')
    expect(me.newer()).toBe('middle, at dusk')
    expect(me.newer()).toBe('newest')
    expect(me.newer()).toBe('unsent')
  })

  it('does not stop where nothing would change', () => {
    expect(walker('newest').older()).toBe('middle')
    expect(walker('x', []).older()).toBe('x')
  })

  it('goes on from the words that were just submitted, and still knows the unsent ones', () => {
    const me = walker('unsent')
    me.older()
    me.older()
    me.words = 'middle, at dusk'
    me.prompts = ['middle, at dusk', ...past]
    expect(me.older()).toBe('newest')
    expect(me.newer()).toBe('middle, at dusk')
    expect(me.newer()).toBe('unsent')
  })

  it('brings back the unsent words from anywhere', () => {
    const prompts = fc.uniqueArray(fc.string(), { maxLength: 8 })
    fc.assert(
      fc.property(prompts, fc.string(), moves, (list, unsent, way) => {
        const me = walker(unsent, list)
        for (const direction of way) me.go(direction)
        for (let n = 0; n <= list.length; n++) me.newer()
        expect(me.words).toBe(unsent)
      }),
    )
  })

  it('finds what was written anywhere on the way again', () => {
    const prompts = fc.uniqueArray(fc.string(), { maxLength: 6 })
    fc.assert(
      fc.property(prompts, moves, moves, (list, there, away) => {
        const me = walker('unsent', list)
        for (const direction of there) me.go(direction)
        me.words = 'words that are nowhere else'
        for (const direction of away) me.go(direction)
        const seen = [me.words]
        for (let n = 0; n <= list.length; n++) seen.push(me.newer())
        for (let n = 0; n <= list.length; n++) seen.push(me.older())
        expect(seen).toContain('words that are nowhere else')
      }),
    )
  })
})
