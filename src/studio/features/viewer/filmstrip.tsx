import { CircleAlert, Ellipsis } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { isSettled } from '#contract/generation.ts'
import type { Tile } from '#contract/wall.ts'
import { startOf } from '../../lib/start-of.ts'
import { Still } from '../../ui/still.tsx'

type FilmstripProps = {
  /** In the order of the wall. */
  tiles: readonly Tile[]
  currentId: string
  onGo: (id: string) => void
}

const heightPx = 48

/** The neighbours of what is open, newest at the left as on the wall. */
export function Filmstrip({ tiles, currentId, onGo }: FilmstripProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const current = list.current?.querySelector(`[data-still="${currentId}"]`)
    current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [currentId])

  if (!tiles.some(({ id }) => id === currentId)) return null
  return (
    <ul
      ref={list}
      aria-label="Filmstrip"
      className="flex h-16 shrink-0 items-center gap-1 overflow-x-auto border-t bg-panel px-3 [scrollbar-width:none]"
    >
      {tiles.map((tile) => {
        const isCurrent = tile.id === currentId
        return (
          <li key={tile.id} className="shrink-0">
            <button
              type="button"
              data-still={tile.id}
              aria-label={startOf(tile.words)}
              aria-current={isCurrent || undefined}
              onClick={() => onGo(tile.id)}
              className={`block overflow-hidden rounded-sm ${isCurrent ? 'outline-2 outline-offset-1 outline-accent' : ''}`}
            >
              <FilmstripStill tile={tile} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function FilmstripStill({ tile: { still, state } }: { tile: Tile }) {
  if (!still) {
    const Icon = isSettled(state) ? CircleAlert : Ellipsis
    return (
      <span className="flex size-12 items-center justify-center bg-raised text-quiet">
        <Icon size={16} aria-hidden />
      </span>
    )
  }
  const kind = still.medium === 'video' ? 'poster' : 'thumb'
  return (
    <span
      className="block"
      style={{ height: heightPx, width: (heightPx * still.width) / still.height }}
    >
      <Still
        src={`/media/${still.sha256}/${kind}`}
        alt=""
        thumbhash={still.thumbhash}
        className="size-full"
      />
    </span>
  )
}
