import { useEffect, useEffectEvent, useState } from 'react'
import type { ShownList } from './shown-list.ts'

/** Which tile has the focus, or last had it. When it goes, the one that takes its place is next. */
export function useActive(shown: ShownList, onActive: (seq: number | null) => void) {
  const [active, setActive] = useState<{ seq: number; place: number } | null>(null)
  const found = active ? shown.placeOf(active.seq) : -1
  const place = Math.max(0, Math.min(shown.total - 1, found < 0 ? (active?.place ?? 0) : found))
  const seq = shown.seqAt(place)
  if (active && seq !== undefined && (active.seq !== seq || active.place !== place)) {
    setActive({ seq, place })
  }
  const told = active ? (seq ?? null) : null
  const tell = useEffectEvent(onActive)
  useEffect(() => tell(told), [told])
  return {
    place,
    seq,
    isSet: active !== null,
    set: (next: number) => setActive({ seq: next, place: shown.placeOf(next) }),
  }
}
