import type { ReactNode } from 'react'

type PlaceRowProps = {
  sign: ReactNode
  name: string
  /** What follows the name, small. */
  note?: ReactNode
  count: number | undefined
  isHere: boolean
  isFirst?: boolean
  onGo: () => void
}

const number = new Intl.NumberFormat('en-GB')

/** A place to go to, with how much there is. */
export function PlaceRow({ sign, name, note, count, isHere, isFirst, onGo }: PlaceRowProps) {
  return (
    <button
      type="button"
      data-row
      data-first={isFirst || undefined}
      aria-current={isHere ? 'page' : undefined}
      onClick={onGo}
      className={`flex h-9 w-full min-w-0 items-center gap-2 rounded-sm px-2 text-left hover:bg-raised focus-visible:-outline-offset-2 max-md:h-11 ${isHere ? 'bg-lifted' : ''}`}
    >
      {sign}
      <span className="min-w-0 flex-1 truncate" title={name}>
        {name}
      </span>
      {note}
      {count !== undefined && (
        <span className="text-dense text-quiet tabular-nums">{number.format(count)}</span>
      )}
    </button>
  )
}
