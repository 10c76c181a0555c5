import { type KeyboardEvent, useRef, useState } from 'react'
import type { Generation } from '#contract/generation.ts'
import { shortcutFor } from '../../lib/shortcuts.ts'
import { aspectOf } from './aspect-of.ts'
import { justifiedRows } from './justified-rows.ts'
import { moveOnWall } from './move-on-wall.ts'
import { Tile } from './tile.tsx'
import { useMoreBelow } from './use-more-below.ts'

type TileRowsProps = {
  records: readonly Generation[]
  width: number
  rowHeight: number
  hasMore: boolean
  onMore: () => void
  hrefOf: (id: string) => string
  onOpen: (id: string) => void
  onReuse: (record: Generation) => void
}

const gap = 4

/** The rows themselves: one stop for Tab, arrows within. */
export function TileRows(props: TileRowsProps) {
  const { records, width, rowHeight, hasMore, onMore, hrefOf, onOpen, onReuse } = props
  const [activeId, setActiveId] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const end = useMoreBelow(hasMore, onMore)
  const rows = justifiedRows(records.map(aspectOf), { width, targetHeight: rowHeight, gap })
  const active = Math.max(
    0,
    records.findIndex(({ id }) => id === activeId),
  )

  const tileAt = (index: number) =>
    list.current?.querySelector<HTMLElement>(`[data-item="${records[index]?.id}"]`)

  const move = (event: KeyboardEvent) => {
    const name = shortcutFor(event.nativeEvent, ['wall'])
    if (!name || name === 'open') return
    event.preventDefault()
    if (name === 'downloadTile') {
      tileAt(active)?.parentElement?.querySelector<HTMLElement>('a[download]')?.click()
      return
    }
    const viewHeight = list.current?.closest('[data-scroller]')?.clientHeight ?? 800
    const next = tileAt(moveOnWall(rows, active, name, viewHeight))
    next?.focus({ preventScroll: true })
    next?.scrollIntoView({ block: 'nearest' })
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
        {records.map((record, index) => {
          const box = rows.boxes[index]
          return (
            box && (
              <Tile
                key={record.id}
                record={record}
                box={box}
                href={hrefOf(record.id)}
                isActive={index === active}
                onOpen={() => onOpen(record.id)}
                onFocus={() => setActiveId(record.id)}
                onReuse={() => onReuse(record)}
              />
            )
          )
        })}
      </ul>
      <div key={records.length} ref={end} />
    </>
  )
}
