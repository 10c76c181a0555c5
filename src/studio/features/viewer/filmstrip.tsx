import { CircleAlert, Ellipsis } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { type Generation, isSettled } from '#contract/generation.ts'
import { stillPath } from '#contract/media-item.ts'
import { startOf } from '../../lib/start-of.ts'
import { Still } from '../../ui/still.tsx'

type FilmstripProps = {
  records: readonly Generation[]
  currentId: string
  onGo: (id: string) => void
}

/** Neighbours shown on either side. */
const reach = 14
const heightPx = 48

/** The neighbours of what is open, newest at the left as on the wall. */
export function Filmstrip({ records, currentId, onGo }: FilmstripProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const current = list.current?.querySelector(`[data-still="${currentId}"]`)
    current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [currentId])

  const at = records.findIndex(({ id }) => id === currentId)
  if (at < 0) return null
  const near = records.slice(Math.max(0, at - reach), at + reach + 1)
  return (
    <ul
      ref={list}
      aria-label="Filmstrip"
      className="flex h-16 shrink-0 items-center gap-1 overflow-x-auto border-t bg-panel px-3 [scrollbar-width:none]"
    >
      {near.map((record) => {
        const isCurrent = record.id === currentId
        return (
          <li key={record.id} className="shrink-0">
            <button
              type="button"
              data-still={record.id}
              aria-label={startOf(record.request.prompt)}
              aria-current={isCurrent || undefined}
              onClick={() => onGo(record.id)}
              className={`block overflow-hidden rounded-sm ${isCurrent ? 'outline-2 outline-offset-1 outline-accent' : ''}`}
            >
              <FilmstripStill record={record} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function FilmstripStill({ record }: { record: Generation }) {
  const item = record.outputs.find(({ medium }) => medium !== 'file')
  const still = item && stillPath(item)
  if (!still || item.medium === 'file') {
    const Icon = isSettled(record.state) ? CircleAlert : Ellipsis
    return (
      <span className="flex size-12 items-center justify-center bg-raised text-quiet">
        <Icon size={16} aria-hidden />
      </span>
    )
  }
  return (
    <span
      className="block"
      style={{ height: heightPx, width: (heightPx * item.width) / item.height }}
    >
      <Still src={still} alt="" thumbhash={item.thumbhash} className="size-full" />
    </span>
  )
}
