import { type DragEvent, type MouseEvent, type PointerEvent, useState } from 'react'
import type { Tile } from '#contract/wall.ts'
import { writeDrag } from '../../media/drag-media.ts'
import { writeDragSeqs } from '../../media/drag-seqs.ts'
import { mediaOfTile } from '../../media/tile-media.ts'
import { isAccepted, type ShownList } from './shown-list.ts'
import type { Chosen } from './use-chosen.ts'
import { useLongPress } from './use-long-press.ts'

type Terms = {
  shown: ShownList
  active: number
  chosen: Chosen
  isChoosing: boolean
  tileOfSeq: (seq: number) => Tile | undefined
  open: (seq: number) => void
  openMenu: (seq: number, x: number, y: number) => void
}

/** What the pointer is on. */
export type Pointed = { seq: number; element: HTMLElement }

const tileElement = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('a[data-seq]') : null

/**
 * Pointer, finger and drag on the wall: heard once for all tiles. A finger that stays chooses the
 * first, and after that up to where it is.
 */
export function useTilePointer(terms: Terms) {
  const { shown, active, chosen, isChoosing, tileOfSeq, open, openMenu } = terms
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const press = useLongPress((target) => {
    const element = tileElement(target)
    if (!element) return
    const seq = Number(element.dataset.seq)
    if (isChoosing) chosen.rangeTo(shown.placeOf(seq))
    else chosen.toggle(seq)
  })

  const onClick = (event: MouseEvent) => {
    const element = tileElement(event.target)
    if (!element || event.button !== 0) return
    event.preventDefault()
    if (press.takesClick()) return
    const seq = Number(element.dataset.seq)
    if (event.shiftKey) chosen.rangeTo(shown.placeOf(seq), active)
    else if (event.ctrlKey || event.metaKey) chosen.toggle(seq)
    else if (isChoosing && event.detail > 0) chosen.toggle(seq)
    else open(seq)
  }
  const onDragStart = ({ target, dataTransfer }: DragEvent) => {
    const element = tileElement(target)
    const seq = Number(element?.dataset.seq)
    const tile = tileOfSeq(seq)
    if (!element || !tile) return
    const seqs = chosen.meant(seq)
    const media = seqs.length === 1 ? mediaOfTile(tile) : null
    if (isAccepted(seq)) writeDragSeqs(dataTransfer, seqs)
    if (media) writeDrag(dataTransfer, media)
    dataTransfer.setDragImage?.(element, 24, 24)
  }
  const onContextMenu = (event: MouseEvent) => {
    const element = tileElement(event.target)
    if (!element) return
    event.preventDefault()
    const { pointerType } = event.nativeEvent as Partial<globalThis.PointerEvent>
    if (pointerType === 'touch') return
    openMenu(Number(element.dataset.seq), event.clientX, event.clientY)
  }
  const onPointerOver = ({ target, pointerType }: PointerEvent) => {
    if (pointerType === 'touch') return
    if (target instanceof Element && target.closest('[data-layer]')) return
    const element = tileElement(target)
    const seq = Number(element?.dataset.seq)
    if (element?.dataset.seq !== String(pointed?.seq) || element !== pointed?.element) {
      setPointed(element ? { seq, element } : null)
    }
  }
  return {
    pointed,
    handlers: {
      ...press.handlers,
      onClick,
      onDragStart,
      onContextMenu,
      onPointerOver,
      onPointerLeave: () => setPointed(null),
    },
  }
}
