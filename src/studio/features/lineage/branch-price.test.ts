import { describe, expect, it } from 'vitest'
import { branchOf, sumWords, wayTo } from './branch-price.ts'
import { familyTree } from './family-tree.ts'
import { memberFixture } from './family.arbitrary.ts'

const members = [1, 2, 3, 4, 5].map((seq) => memberFixture(seq))
const link = (parent: number, child: number) =>
  ({ parent, child, step: 'edit', frame: null }) as const
/** 1 → 2 → 4 and 1 → 3 → 4; 5 stands alone. */
const tree = familyTree({ members, links: [link(1, 2), link(1, 3), link(2, 4), link(3, 4)] })

describe('the price of a branch', () => {
  it('counts everybody once, however many lines lead there', () => {
    expect([...branchOf(tree, 1)].toSorted()).toEqual([1, 2, 3, 4])
    expect([...wayTo(tree, 4)].toSorted()).toEqual([1, 2, 3, 4])
    expect([...branchOf(tree, 4)]).toEqual([4])
  })

  it('says what was paid, and what was free here', () => {
    const local = memberFixture(6, { world: 'local', price: { usd: 0.3, estimate: false } })
    expect(sumWords(members)).toBe('$0.50')
    expect(sumWords([local])).toBe('free here, $0.30 on Luma')
    expect(sumWords([...members, local])).toBe('$0.50; 1 free here, $0.30 on Luma')
  })

  it('leaves out what failed, and marks what is not known', () => {
    const failed = memberFixture(7, { state: 'failed' })
    const unknown = memberFixture(8, { price: null })
    expect(sumWords([failed])).toBe('$0.00')
    expect(sumWords([memberFixture(1), unknown])).toBe('~$0.10')
  })
})
