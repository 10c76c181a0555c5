import { useRef } from 'react'
import { meantBy, type Selection, stretched, toggled, withRange } from './selection.ts'
import { isAccepted, type ShownList } from './shown-list.ts'

/** Acts on one that is chosen are for all that are, up to as many as a menu can look up. */
const most = 100_000

type Terms = { shown: ShownList; selection: Selection; onSelect: (next: Selection) => void }

/** Choosing by toggles and by ranges that begin where the last toggle was. */
export function useChosen({ shown, selection, onSelect }: Terms) {
  const anchor = useRef<number | null>(null)
  const order = {
    seqAt(place: number) {
      const seq = shown.seqAt(place)
      return isAccepted(seq) ? seq : undefined
    },
  }
  const placeOfAnchor = (otherwise: number) => {
    const place = anchor.current === null ? -1 : shown.placeOf(anchor.current)
    return place < 0 ? otherwise : place
  }
  return {
    toggle(seq: number) {
      if (!isAccepted(seq)) return
      anchor.current = seq
      onSelect(toggled(selection, seq))
    },
    rangeTo(place: number, from = place) {
      onSelect(withRange(selection, order, placeOfAnchor(from), place))
    },
    /** The end of the range goes from one place to another. */
    stretch(before: number, now: number) {
      const start = placeOfAnchor(before)
      if (start === before) anchor.current = shown.seqAt(before) ?? null
      onSelect(stretched(selection, order, { anchor: start, before, now }))
    },
    all() {
      onSelect(withRange(new Set(), order, 0, shown.total - 1))
    },
    none() {
      anchor.current = null
      onSelect(new Set())
    },
    meant: (seq: number) => meantBy(selection, seq, most),
  }
}
export type Chosen = ReturnType<typeof useChosen>
