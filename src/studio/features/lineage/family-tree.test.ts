import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyFamily, memberFixture } from './family.arbitrary.ts'
import { familyTree } from './family-tree.ts'

describe('a family as a tree', () => {
  it('shows every member once', () => {
    fc.assert(
      fc.property(anyFamily, (family) => {
        const { nodes, order } = familyTree(family)
        const seqs = family.members.map(({ seq }) => seq)
        expect([...nodes.keys()]).toEqual(seqs)
        expect(order.toSorted((a, b) => a - b)).toEqual(seqs)
      }),
    )
  })

  it('never puts two in one place', () => {
    fc.assert(
      fc.property(anyFamily, (family) => {
        const { nodes, rows, depths } = familyTree(family)
        const all = [...nodes.values()]
        for (const a of all) {
          expect(a.row).toBeLessThan(rows)
          expect(a.depth).toBeLessThan(depths)
          for (const b of all) {
            if (a !== b && a.depth === b.depth)
              expect(Math.abs(a.row - b.row)).toBeGreaterThanOrEqual(1)
          }
        }
      }),
    )
  })

  it('puts everybody to the right of all parents', () => {
    fc.assert(
      fc.property(anyFamily, (family) => {
        const { nodes, edges } = familyTree(family)
        for (const { parent, child } of edges) {
          expect(nodes.get(child)!.depth).toBeGreaterThan(nodes.get(parent)!.depth)
        }
      }),
    )
  })

  it('hangs everybody under the first parent, and draws a line to the others', () => {
    const members = [1, 2, 3, 4].map((seq) => memberFixture(seq))
    const links = [
      { parent: 2, child: 4, step: 'keyframe', frame: null },
      { parent: 1, child: 2, step: 'edit', frame: null },
      { parent: 3, child: 4, step: 'keyframe', frame: 7 },
      { parent: 2, child: 4, step: 'keyframe', frame: 9 },
    ] as const
    const { nodes, edges } = familyTree({ members, links: [...links] })
    expect(nodes.get(4)).toMatchObject({ parent: 2, depth: 2 })
    expect(nodes.get(2)?.children).toEqual([4])
    expect(
      edges.map(({ parent, child, isExtra, links: all }) => [parent, child, isExtra, all.length]),
    ).toEqual([
      [2, 4, false, 2],
      [1, 2, false, 1],
      [3, 4, true, 1],
    ])
  })
})
