import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Generation } from '#contract/generation.ts'
import { type Act, runnable } from '../../lib/act.ts'
import { shortcutFor, shortcuts } from '../../lib/shortcuts.ts'
import { aspectOf } from './aspect-of.ts'
import { itemsInView } from './items-in-view.ts'
import { justifiedRows } from './justified-rows.ts'
import { moveOnWall } from './move-on-wall.ts'
import { Tile } from './tile.tsx'
import { useMoreBelow } from './use-more-below.ts'
import { useScrollTop } from './use-scroll-top.ts'

type TileRowsProps = {
  records: readonly Generation[]
  scroller: HTMLElement | null
  width: number
  viewHeight: number
  rowHeight: number
  hasMore: boolean
  onMore: () => void
  /** What is open over the wall: the wall keeps its place there. */
  openId: string | null
  hrefOf: (id: string) => string
  onOpen: (id: string) => void
  actsOf: (record: Generation) => readonly Act[]
}

const gap = 4

/** The rows themselves: one stop for Tab, arrows within, and only what is near the view. */
export function TileRows(props: TileRowsProps) {
  const { records, scroller, width, viewHeight, rowHeight, hasMore, onMore } = props
  const { openId, hrefOf, onOpen, actsOf } = props
  const [activeId, setActiveId] = useState<string | null>(null)
  if (openId && openId !== activeId) setActiveId(openId)
  const list = useRef<HTMLUListElement>(null)
  const end = useMoreBelow(hasMore, onMore)
  const top = useScrollTop(scroller)
  const rows = justifiedRows(records.map(aspectOf), { width, targetHeight: rowHeight, gap })
  const active = Math.max(
    0,
    records.findIndex(({ id }) => id === activeId),
  )

  const tileAt = (index: number) =>
    list.current?.querySelector<HTMLElement>(`[data-item="${records[index]?.id}"]`)

  const move = (event: KeyboardEvent) => {
    const name = shortcutFor(event.nativeEvent, ['wall', 'item'])
    if (!name || name === 'open') return
    const record = records[active]
    const act = record && runnable(actsOf(record))[name]
    if (shortcuts[name].scope === 'item' && !act) return
    event.preventDefault()
    if (act) {
      act()
      return
    }
    if (name === 'downloadTile') {
      tileAt(active)?.parentElement?.querySelector<HTMLElement>('a[download]')?.click()
      return
    }
    const to = moveOnWall(rows, active, name, viewHeight)
    flushSync(() => setActiveId(records[to]?.id ?? null))
    const tile = tileAt(to)
    tile?.focus({ preventScroll: true })
    tile?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble from the links */}
      <ul
        ref={list}
        aria-label="Generations"
        onKeyDown={move}
        className="relative"
        style={{ height: rows.height }}
      >
        {itemsInView(rows, top, viewHeight, active).map((index) => {
          const [record, box] = [records[index], rows.boxes[index]]
          return (
            record &&
            box && (
              <Tile
                key={record.id}
                record={record}
                box={box}
                place={index + 1}
                of={hasMore ? -1 : records.length}
                href={hrefOf(record.id)}
                isActive={index === active}
                onOpen={() => onOpen(record.id)}
                onFocus={() => setActiveId(record.id)}
                onReuse={actsOf(record).find(({ name }) => name === 'reuse')?.run ?? null}
              />
            )
          )
        })}
      </ul>
      <div key={records.length} ref={end} />
    </>
  )
}
