import type { KeyboardEvent } from 'react'
import { toggled } from './selection.ts'
import type { Acts } from './use-acts.ts'
import type { Anchors } from './use-anchors.ts'

type AnchorKeysOptions = {
  of: Anchors
  acts: Acts
  focus: (id: number) => void
  leave: () => void
  type: () => void
}

/** What keys do on a focused anchor. */
export function useAnchorKeys({ of, acts, focus, leave, type }: AnchorKeysOptions) {
  const { ids, selection } = of

  const rove = (id: number, by: 1 | -1, isSelecting: boolean) => {
    const next = ids[ids.indexOf(id) + by]
    if (next === undefined) return false
    of.select(isSelecting ? new Set([next]) : selection, next)
    focus(next)
    return true
  }
  const actOf = (event: KeyboardEvent, id: number): (() => void) | null => {
    const step = event.shiftKey ? 12 : 1
    const keys: Record<string, () => void> = {
      ArrowLeft: () => acts.step(-step),
      ArrowRight: () => acts.step(step),
      Home: () => acts.toEnd('first'),
      End: () => acts.toEnd('last'),
      Delete: acts.remove,
      Backspace: acts.remove,
      Enter: type,
      d: acts.duplicate,
      D: acts.duplicate,
      ' ': () => of.select(toggled(selection, id), id),
      Escape: () => (selection.size > 0 ? of.select(new Set(), id) : leave()),
    }
    return keys[event.key] ?? null
  }

  return (event: KeyboardEvent) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-anchor]')
    const id = Number(element?.dataset.anchor)
    if (!element || !ids.includes(id)) return
    const isMod = event.ctrlKey || event.metaKey
    const done = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (isMod && event.key.toLowerCase() === 'a') {
      of.select(new Set(ids), id)
      done()
      return
    }
    if (isMod) return
    if (event.key === 'Tab') {
      if (rove(id, event.shiftKey ? -1 : 1, true)) done()
      return
    }
    if (event.altKey) {
      const way = { ArrowLeft: -1 as const, ArrowRight: 1 as const }[event.key]
      if (way && (rove(id, way, false) || true)) done()
      return
    }
    const act = actOf(event, id)
    if (!act) return
    done()
    if (event.key !== 'Enter' && event.key !== 'Escape') focus(id)
    act()
  }
}
