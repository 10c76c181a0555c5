import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything, writeFind } from '#contract/find.ts'
import { membership } from '../../lib/membership.ts'
import { boardFind, isSameFind, withoutBoard } from './board-find.ts'

const id = '00000000-0000-4000-8000-0000000000b1'

describe('a board', () => {
  it('shows what was put there', () => {
    expect(writeFind(boardFind({ id, find: null })).toString()).toBe(`board=${id}`)
  })

  it('shows what its search finds when it is one', () => {
    expect(writeFind(boardFind({ id, find: 'q=fox&stars=5&nonsense=1' })).toString()).toBe(
      'q=fox&stars=5',
    )
  })

  it('is the same in whichever order it is looked at', () => {
    const board = boardFind({ id, find: null })
    expect(isSameFind(board, { ...board, sort: 'stars', isStacked: true })).toBe(true)
    expect(isSameFind(board, everything)).toBe(false)
  })

  it('leaves the find when it is no more, and nothing else does', () => {
    const find = { ...everything, q: 'fox', facets: { board: [id, 'other'], stars: ['5'] } }
    const kept = withoutBoard(find, id)
    expect(kept.facets).toEqual({ board: ['other'], stars: ['5'] })
    expect(withoutBoard(kept, 'other').facets).toEqual({ stars: ['5'] })
  })
})

it('all, some or none of a selection are on a board', () => {
  const seqs = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1 })
  fc.assert(
    fc.property(seqs, seqs, (onBoard, chosen) => {
      const both = chosen.filter((seq) => onBoard.includes(seq)).length
      const expected = both === 0 ? 'none' : both === chosen.length ? 'all' : 'some'
      expect(membership(Uint32Array.from(onBoard), new Set(chosen))).toBe(expected)
    }),
  )
})
