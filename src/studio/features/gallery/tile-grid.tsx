import { useQueryClient } from '@tanstack/react-query'
import {
  type FocusEvent,
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import { tileOf } from '../../api/tile-of.ts'
import { tileStoreOf } from '../../api/tile-store.ts'
import { fetchTiles, useTiles } from '../../api/tiles.ts'
import { drawnTiles } from './drawn-tiles.ts'
import type { WallLayout } from './layout/wall-layout.ts'
import { rowsInView } from './rows-in-view.ts'
import { type ScrollDesk, stepPx } from './scroll/scroll-desk.ts'
import { nativeHeightOf } from './scroll/virtual-scroll.ts'
import { isAccepted, type ShownList } from './shown-list.ts'
import { createTileSlots } from './tile-slots.ts'
import { Tile } from './tile.tsx'
import { useActive } from './use-active.ts'
import { useChosen } from './use-chosen.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useTileKeys } from './use-tile-keys.ts'
import { useTilePointer } from './use-tile-pointer.ts'
import type { WallProps } from './wall-props.ts'

const HoverLayer = lazy(() =>
  import('./hover-layer.tsx').then((module) => ({ default: module.HoverLayer })),
)
const TileMenu = lazy(() =>
  import('./tile-menu.tsx').then((module) => ({ default: module.TileMenu })),
)

type TileGridProps = Omit<WallProps, 'layout'> & {
  shown: ShownList
  layout: WallLayout
  desk: ScrollDesk
  viewHeight: number
}

type OpenMenu = { seqs: readonly number[]; x: number; y: number }

/** The tiles: one stop for Tab, arrows within, and only what is near the view. */
export function TileGrid(props: TileGridProps) {
  const { shown, layout, desk, viewHeight, find, selection, hrefOf, onOpen, openId } = props
  const client = useQueryClient()
  const wall = useRef<HTMLDivElement>(null)
  const { top, base, isFlung } = useSyncExternalStore(desk.subscribe, desk.sight)
  const [slotsOf] = useState(createTileSlots)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const active = useActive(shown, props.onActive)
  const isChoosing = selection.size > 0

  const { first, last } = rowsInView(layout, top, viewHeight + stepPx, isFlung)
  const heads = shown.heads.length
  const toListed = (place: number) => Math.max(0, place - heads)
  const lookUp = useTiles(
    shown.list,
    toListed(layout.startOf(first)),
    toListed(layout.startOf(Math.min(last + 1, layout.rows))),
  )
  const tileAt = (place: number) => {
    const head = shown.heads[place]
    if (!head) return lookUp(place - heads)
    return { ...tileOf(head.record), seq: head.record.seq || head.place }
  }
  const tileOfSeq = (seq: number) => tileAt(shown.placeOf(seq))
  const elementOf = (seq: number | undefined) =>
    wall.current?.querySelector<HTMLElement>(`a[data-seq="${seq}"]`)

  const bringIntoView = (place: number) => {
    const row = layout.rowOf(place)
    const [from, to] = [layout.topOf(row), layout.topOf(row) + layout.heightOf(row)]
    const position = desk.position()
    if (from < position) desk.goTo(from)
    else if (to > position + desk.viewHeight()) desk.goTo(to - desk.viewHeight())
  }
  const go = (place: number) => {
    const seq = shown.seqAt(place)
    if (seq === undefined) return
    flushSync(() => {
      active.set(seq)
      bringIntoView(place)
    })
    elementOf(seq)?.focus({ preventScroll: true })
  }
  const open = (seq: number) => {
    const tile = tileOfSeq(seq)
    if (tile) onOpen(tile.id)
    else void fetchTiles(client, [seq]).then(([found]) => found && onOpen(found.id))
  }
  const chosen = useChosen({ shown, selection, onSelect: props.onSelect })
  const openMenu = (seq: number, x: number, y: number) => {
    if (isAccepted(seq)) setMenu({ seqs: chosen.meant(seq), x, y })
  }
  const openMenuAt = (element: HTMLElement | null | undefined) => {
    if (!element || active.seq === undefined) return
    const { left, bottom } = element.getBoundingClientRect()
    openMenu(active.seq, left, bottom)
  }

  const { pointed, handlers } = useTilePointer({
    shown,
    active: active.place,
    chosen,
    isChoosing,
    tileOfSeq,
    open,
    openMenu,
  })
  const onKeyDown = useTileKeys({
    layout,
    active: active.place,
    activeSeq: active.seq,
    viewHeight: desk.viewHeight,
    chosen,
    isChoosing,
    go,
    open: () => active.seq !== undefined && open(active.seq),
    download: () => {
      const tile = tileAt(active.place)
      if (tile?.state !== 'completed') return
      const link = document.createElement('a')
      link.href = props.downloadHref(tile.id)
      link.download = ''
      link.click()
    },
    openMenu: () => openMenuAt(elementOf(active.seq)),
  })
  const focus = useKeptFocus(() => elementOf(active.seq))

  const openSeq = openId ? tileStoreOf(client).seqOf(openId) : undefined
  if (openSeq !== undefined && active.seq !== openSeq && shown.placeOf(openSeq) >= 0) {
    active.set(openSeq)
  }
  const bringOpenIntoView = useEffectEvent((seq: number | undefined) => {
    const place = seq === undefined ? -1 : shown.placeOf(seq)
    if (place >= 0) bringIntoView(place)
  })
  useEffect(() => bringOpenIntoView(openSeq), [openSeq])

  const drawn = drawnTiles(layout, first, last, active.place)
  const seqs = drawn.map(({ place }) => shown.seqAt(place) ?? 0)
  const slots = slotsOf(seqs.map(shown.keyOf))
  const layerSeq = pointed?.seq ?? (focus.seen ? active.seq : undefined)
  const under = drawn.find((_, index) => seqs[index] === layerSeq)
  const underTile = under && tileAt(under.place)

  return (
    <div
      ref={wall}
      onPointerOver={handlers.onPointerOver}
      onPointerLeave={handlers.onPointerLeave}
      onFocus={(event: FocusEvent<HTMLElement>) => {
        focus.handlers.onFocus(event)
        const { seq } = event.target.dataset
        if (seq && Number(seq) !== active.seq) active.set(Number(seq))
        else if (seq && !active.isSet) active.set(Number(seq))
      }}
      onBlur={focus.handlers.onBlur}
      className="relative overflow-clip"
      style={{ height: nativeHeightOf({ contentHeight: layout.height, viewHeight }) }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- both bubble from the links */}
      <ul
        aria-label="Generations"
        onKeyDown={onKeyDown}
        onClick={handlers.onClick}
        onDragStart={handlers.onDragStart}
        onContextMenu={handlers.onContextMenu}
        onPointerDown={handlers.onPointerDown}
        onPointerMove={handlers.onPointerMove}
        onPointerUp={handlers.onPointerUp}
        onPointerCancel={handlers.onPointerCancel}
        className="[-webkit-touch-callout:none]"
      >
        {drawn.map(({ place, box }, index) => {
          const seq = seqs[index] as number
          const tile = tileAt(place)
          return (
            <Tile
              key={slots[index]}
              seq={seq}
              tile={tile}
              record={shown.heads[place]?.record}
              box={base === 0 ? box : { ...box, y: box.y - base }}
              place={place}
              of={layout.total}
              href={tile && hrefOf(tile.id)}
              isActive={place === active.place}
              isChosen={isChoosing && selection.has(seq)}
              isChoosing={isChoosing}
              isStacked={find.isStacked}
              isFlung={isFlung}
            />
          )
        })}
      </ul>
      <Suspense>
        {under && underTile && isAccepted(layerSeq) && (
          <HoverLayer
            tile={underTile}
            box={under.box}
            base={base}
            target={pointed?.element ?? focus.seen}
            isChosen={selection.has(layerSeq)}
            downloadHref={props.downloadHref(underTile.id)}
            onChoose={(isRange) =>
              isRange ? chosen.rangeTo(under.place, active.place) : chosen.toggle(layerSeq)
            }
            onMenu={(button) => {
              const { left, bottom } = button.getBoundingClientRect()
              openMenu(layerSeq, left, bottom)
            }}
          />
        )}
      </Suspense>
      <Suspense>
        {menu && (
          <TileMenu
            x={menu.x}
            y={menu.y}
            count={menu.seqs.length}
            load={() => props.actsOf(menu.seqs)}
            onClose={() => setMenu(null)}
          />
        )}
      </Suspense>
    </div>
  )
}
