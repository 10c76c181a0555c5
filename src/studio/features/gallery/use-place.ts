import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { WallLayout } from './layout/wall-layout.ts'
import { isAccepted, type ShownList } from './shown-list.ts'
import type { ScrollDesk } from './scroll/scroll-desk.ts'

type Terms = {
  desk: ScrollDesk
  layout: WallLayout
  shown: ShownList
  viewHeight: number
  /** Names the find whose list is shown; `null` while it is still the one before. */
  findKey: string | null
  at: number | null
  onAt: (seq: number | null) => void
}

/** What stands first in sight, and which share of its row is above the view already. */
type Anchor = { seq: number; place: number; share: number }

const memory = 'dailies:wall-place'
/** After it rests, so that the address is written four times a second at most. */
const tellMs = 100

function anchorAt({ layout, shown }: Pick<Terms, 'layout' | 'shown'>, position: number) {
  if (position <= 0 || layout.rows === 0) return null
  const row = layout.rowAt(position)
  const share = (position - layout.topOf(row)) / layout.heightOf(row)
  const place = layout.startOf(row)
  const seq = shown.seqAt(place)
  return seq === undefined ? null : { seq, place, share }
}

function positionOf({ layout, shown }: Pick<Terms, 'layout' | 'shown'>, anchor: Anchor | null) {
  if (!anchor || layout.rows === 0) return 0
  const found = shown.placeOf(anchor.seq)
  const place = found < 0 ? Math.min(anchor.place, layout.total - 1) : found
  const row = layout.rowOf(place)
  return Math.round(layout.topOf(row) + anchor.share * layout.heightOf(row))
}

function recalled(seq: number): Anchor {
  const [known, share] = (sessionStorage.getItem(memory) ?? '').split(' ').map(Number)
  return { seq, place: 0, share: known === seq && share ? share : 0 }
}

/** Keeps what is looked at where it is: when the list changes, or the sizes, or on coming back. */
export function usePlace(terms: Terms) {
  const { desk, layout, shown, viewHeight, findKey, at, onAt } = terms
  const anchor = useRef<Anchor | null>(null)
  const told = useRef(at)
  const lastFind = useRef<string | null>(null)

  const look = useEffectEvent(() => {
    anchor.current = anchorAt({ layout, shown }, desk.position())
  })
  const tell = useEffectEvent(() => {
    const seq = anchor.current?.seq ?? null
    if (!anchor.current || isAccepted(anchor.current.seq)) {
      sessionStorage.setItem(memory, `${seq} ${anchor.current?.share ?? 0}`)
      if (seq !== told.current) onAt((told.current = seq))
    }
  })

  useLayoutEffect(() => {
    if (findKey !== null && lastFind.current !== findKey) {
      lastFind.current = findKey
      told.current = at
      anchor.current = at === null ? null : recalled(at)
    }
    desk.resize(layout.height, viewHeight, positionOf({ layout, shown }, anchor.current))
  }, [desk, layout, shown, viewHeight, findKey, at])

  useEffect(() => {
    if (at === told.current || findKey === null) return
    told.current = at
    anchor.current = at === null ? null : recalled(at)
    desk.goTo(positionOf({ layout, shown }, anchor.current))
  }, [at, findKey, desk, layout, shown])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopMoves = desk.onMove(() => {
      clearTimeout(timer)
      look()
    })
    const stopRests = desk.onRest(() => {
      timer = setTimeout(tell, tellMs)
    })
    return () => {
      clearTimeout(timer)
      stopMoves()
      stopRests()
    }
  }, [desk])
}
