import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MarksChange, reviews } from '#contract/marks.ts'
import { changeMarks, type KnownMarks } from '../../api/marks.ts'
import { unmark } from './unmark.ts'

const tags = fc.uniqueArray(fc.constantFrom('fox', 'owl', 'Elk'), { maxLength: 3 })
const review = fc.option(fc.constantFrom(...reviews))
const marks = fc.record({
  favourite: fc.boolean(),
  stars: fc.integer({ min: 0, max: 5 }),
  review,
  tags: tags.map((each) => each.toSorted((a, b) => a.localeCompare(b))),
  note: fc.constantFrom('', 'look', 'soft'),
})
const change = fc.record(
  {
    favourite: fc.boolean(),
    stars: fc.integer({ min: 0, max: 5 }),
    review,
    note: fc.constantFrom('', 'new'),
    add_tags: fc.constantFrom(['fox'], ['FOX', 'new']),
    remove_tags: fc.constantFrom(['owl'], ['elk']),
  },
  { requiredKeys: [] },
)

describe('taking a change of marks back', () => {
  it('leaves every one of many as it was', () => {
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 9 }), change, (all, given) => {
        const wanted = given as MarksChange
        const before = new Map(all.map((each, index) => [index + 1, each]))
        const after = new Map(all.map((each, index) => [index + 1, changeMarks(each, wanted)]))
        for (const step of unmark([...before.keys()], wanted, before) ?? []) {
          for (const seq of step.seqs) {
            const was = after.get(seq)
            if (was) after.set(seq, changeMarks(was, step.change))
          }
        }
        expect(after).toEqual(before)
      }),
    )
  })

  const plain: KnownMarks = { favourite: false, stars: 2, review: null }

  it('asks once for all that were alike', () => {
    const before = new Map([1, 2, 3].map((seq) => [seq, { ...plain, stars: seq === 2 ? 5 : 0 }]))
    expect(unmark([1, 2, 3], { stars: 4 }, before)).toEqual([
      { seqs: [1, 3], change: { stars: 0 } },
      { seqs: [2], change: { stars: 5 } },
    ])
  })

  it('is not promised where nobody knows what was before', () => {
    expect(unmark([1, 2], { stars: 4 }, new Map([[1, plain]]))).toBeNull()
    expect(unmark([1], { add_tags: ['fox'] }, new Map([[1, plain]]))).toBeNull()
  })
})
