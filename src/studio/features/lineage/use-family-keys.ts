import { type KeyboardEvent, useState } from 'react'
import type { FamilyTree } from './family-tree.ts'

type Shape = 'layers' | 'list'

/** The nearest in the same generation, above or below. */
function beside({ nodes }: FamilyTree, seq: number, way: 1 | -1): number | undefined {
  const here = nodes.get(seq)
  const same = [...nodes.values()]
    .filter((node) => node.depth === here?.depth)
    .toSorted((a, b) => a.row - b.row)
  return same[same.findIndex((node) => node.seq === seq) + way]?.seq
}

/** Whom an arrow leads to; `undefined` where there is nobody. */
function stepTo(tree: FamilyTree, seq: number, key: string, shape: Shape) {
  const { nodes, order } = tree
  const at = order.indexOf(seq)
  const next = (way: 1 | -1) => (shape === 'list' ? order[at + way] : beside(tree, seq, way))
  switch (key) {
    case 'ArrowLeft':
      return nodes.get(seq)?.parent ?? undefined
    case 'ArrowRight':
      return nodes.get(seq)?.children[0]
    case 'ArrowUp':
      return next(-1)
    case 'ArrowDown':
      return next(1)
    case 'Home':
      return order[0]
    case 'End':
      return order.at(-1)
    default:
      return undefined
  }
}

type Keys = { tree: FamilyTree; start: number; shape: Shape; onOpen: (seq: number) => void }

/** One member at a time has the focus; arrows go to parent, child and neighbours, Enter opens. */
export function useFamilyKeys({ tree, start, shape, onOpen }: Keys) {
  const [current, setCurrent] = useState(start)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key } = event
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (key === 'Enter' || key === ' ') {
      event.preventDefault()
      onOpen(current)
      return
    }
    const to = stepTo(tree, current, key, shape)
    if (to === undefined) return
    event.preventDefault()
    setCurrent(to)
    event.currentTarget.querySelector<HTMLElement>(`[data-member="${to}"]`)?.focus()
  }
  return { current: tree.nodes.has(current) ? current : start, setCurrent, onKeyDown }
}
