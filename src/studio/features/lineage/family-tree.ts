import type { Family, FamilyLink } from '#contract/family.ts'

/** A place in the drawing: generations go from left to right, `row` from the top, in halves. */
export type TreeNode = {
  seq: number
  /** Generations from the oldest ancestor, from 0. */
  depth: number
  row: number
  /** Under whom it hangs in the tree; `null` for the first of a family. */
  parent: number | null
  children: number[]
}

/** `isExtra`: a further parent than the one it hangs under. */
type TreeEdge = { parent: number; child: number; links: FamilyLink[]; isExtra: boolean }

export type FamilyTree = {
  nodes: ReadonlyMap<number, TreeNode>
  edges: readonly TreeEdge[]
  /** In the order of an indented list. */
  order: readonly number[]
  depths: number
  rows: number
}

/** Pairs of parent and child, each once; nobody comes from who came later. */
function edgesOf({ members, links }: Pick<Family, 'members' | 'links'>): TreeEdge[] {
  const known = new Set(members.map(({ seq }) => seq))
  const edges = new Map<string, TreeEdge>()
  const placed = new Set<number>()
  for (const link of links) {
    const { parent, child } = link
    if (parent >= child || !known.has(parent) || !known.has(child)) continue
    const key = `${parent} ${child}`
    const edge = edges.get(key)
    if (edge) edge.links.push(link)
    else edges.set(key, { parent, child, links: [link], isExtra: placed.has(child) })
    placed.add(child)
  }
  return [...edges.values()]
}

/**
 * A family as layers: each further right than all of its parents, hung under the first of them.
 * Leaves take one row each, and who has children stands in the middle of them, so nobody overlaps.
 */
export function familyTree(family: Pick<Family, 'members' | 'links'>): FamilyTree {
  const edges = edgesOf(family)
  const nodes = new Map<number, TreeNode>()
  for (const seq of family.members.map((member) => member.seq).toSorted((a, b) => a - b)) {
    nodes.set(seq, { seq, depth: 0, row: 0, parent: null, children: [] })
  }
  const byChild = new Map<number, TreeEdge[]>()
  for (const edge of edges) byChild.set(edge.child, [...(byChild.get(edge.child) ?? []), edge])
  for (const node of nodes.values()) {
    for (const { parent, isExtra } of byChild.get(node.seq) ?? []) {
      const above = nodes.get(parent) as TreeNode
      node.depth = Math.max(node.depth, above.depth + 1)
      if (isExtra) continue
      node.parent = parent
      above.children.push(node.seq)
    }
  }
  const order: number[] = []
  let rows = 0
  const place = (seq: number): number => {
    order.push(seq)
    const node = nodes.get(seq) as TreeNode
    const places = node.children.map(place)
    node.row = places.length ? ((places[0] as number) + (places.at(-1) as number)) / 2 : rows++
    return node.row
  }
  for (const { seq, parent } of nodes.values()) if (parent === null) place(seq)
  const depths = Math.max(0, ...[...nodes.values()].map(({ depth }) => depth + 1))
  return { nodes, edges, order, depths, rows }
}
