import type { KeyboardEvent } from 'react'
import { shortcutFor } from '../../lib/shortcuts.ts'
import type { WallLayout } from './layout/wall-layout.ts'
import { moveOnWall } from './move-on-wall.ts'
import type { Chosen } from './use-chosen.ts'

type Terms = {
  layout: WallLayout
  /** The place of the focus. */
  active: number
  activeSeq: number | undefined
  viewHeight: () => number
  chosen: Chosen
  isChoosing: boolean
  go: (place: number) => void
  open: () => void
  download: () => void
  openMenu: () => void
}

/** Keys on the wall; those about an item are the workspace's. */
export function useTileKeys(terms: Terms) {
  const { layout, active, activeSeq, viewHeight, chosen, isChoosing } = terms
  return (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || !event.target.matches('a[data-seq]')) return
    const { key, code, ctrlKey, metaKey } = event.nativeEvent
    const name = shortcutFor(event.nativeEvent, ['wall'])
    if (!name || (name === 'selectNone' && !isChoosing)) return
    if (name === 'open') {
      if (event.target.hasAttribute('href')) return
      terms.open()
    } else if (name === 'selectTile') {
      if (activeSeq !== undefined) chosen.toggle(activeSeq)
    } else if (name === 'selectAll') chosen.all()
    else if (name === 'selectNone') chosen.none()
    else if (name === 'tileMenu') terms.openMenu()
    else if (name === 'downloadTile') terms.download()
    else if (name === 'selectOnTheWay') {
      const plain = { key, code, ctrlKey, metaKey, shiftKey: false }
      const move = shortcutFor(plain, ['wall'])
      const to = move ? moveOnWall(layout, active, move, viewHeight()) : active
      chosen.stretch(active, to)
      terms.go(to)
    } else terms.go(moveOnWall(layout, active, name, viewHeight()))
    event.preventDefault()
  }
}
