import { Film } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { DraggedMedia } from './drag-media.ts'
import { refKey } from './media-words.ts'

export type Pickable = {
  media: DraggedMedia
  name: string
  still: string
  durationS: number | null
}

type PickGridProps = { items: readonly Pickable[]; onPick: (media: DraggedMedia) => void }

const columnsOf = (grid: Element) =>
  getComputedStyle(grid).gridTemplateColumns.split(' ').filter(Boolean).length || 1

/** One stop for Tab; arrows walk, Enter picks. */
export function PickGrid({ items, onPick }: PickGridProps) {
  const [active, setActive] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  /** It may come after the sheet that it stands in has taken the focus. */
  useLayoutEffect(() => {
    const sheet = list.current?.closest('[role="dialog"]')
    if (sheet?.contains(document.activeElement)) list.current?.querySelector('button')?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const grid = event.currentTarget
    const moves: Record<string, number> = {
      ArrowLeft: active - 1,
      ArrowRight: active + 1,
      ArrowUp: active - columnsOf(grid),
      ArrowDown: active + columnsOf(grid),
      Home: 0,
      End: items.length - 1,
    }
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    if (to < 0 || to >= items.length) return
    setActive(to)
    grid.querySelectorAll<HTMLElement>('button')[to]?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons' keys
    <ul
      ref={list}
      aria-label="From the gallery"
      onKeyDown={onKeyDown}
      className="grid grid-cols-[repeat(auto-fill,minmax(128px,1fr))] gap-1"
    >
      {items.map(({ media, name, still, durationS }, index) => (
        <li key={refKey(media.ref)}>
          <button
            type="button"
            aria-label={name}
            title={name}
            tabIndex={index === active ? 0 : -1}
            data-first={index === 0 || undefined}
            onFocus={() => setActive(index)}
            onClick={() => onPick(media)}
            className="relative block aspect-video w-full overflow-hidden rounded-sm bg-page hover:brightness-110"
          >
            <img
              src={still}
              alt=""
              loading="lazy"
              draggable={false}
              className="size-full object-contain"
            />
            {durationS !== null && (
              <span
                aria-hidden
                className="absolute right-1 bottom-1 inline-flex items-center gap-1 rounded-sm bg-black/70 px-1 text-mark text-white tabular-nums"
              >
                <Film size={11} />
                {durationS.toFixed(1)} s
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
