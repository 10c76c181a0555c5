import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything, facetNames, type Find, writeFind } from '#contract/find.ts'
import { chosenValues, cleared, isNarrowed, toggleValue } from './narrow.ts'

const choice = fc.record({
  name: fc.constantFrom(...facetNames),
  value: fc.constantFrom('a', 'b', 'c'),
})
const choose = (choices: readonly { name: (typeof facetNames)[number]; value: string }[]): Find =>
  choices.reduce((find, { name, value }) => toggleValue(find, name, value), everything)

const said = (find: Find) => [...writeFind(find)].map(String).toSorted()

describe('narrowing', () => {
  it('comes back to where it was when a value is chosen and let go', () => {
    fc.assert(
      fc.property(fc.array(choice), choice, (choices, { name, value }) => {
        const before = choose(choices)
        const after = toggleValue(toggleValue(before, name, value), name, value)
        expect(said(after)).toEqual(said(before))
      }),
    )
  })

  it('is narrowed as long as anything is chosen, and not once it is cleared', () => {
    fc.assert(
      fc.property(fc.array(choice), (choices) => {
        const find = choose(choices)
        expect(isNarrowed(find)).toBe(chosenValues(find).length > 0)
        expect(isNarrowed(cleared({ ...find, q: 'fox' }))).toBe(false)
      }),
    )
  })

  it('keeps the order and the trash when it is cleared', () => {
    const find: Find = { ...everything, q: 'fox', sort: 'price', isTrash: true }
    expect(cleared(find)).toEqual({ ...everything, sort: 'price', isTrash: true })
  })
})
