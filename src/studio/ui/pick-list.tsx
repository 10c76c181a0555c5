import { Check, Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { moveFocus } from '../lib/move-focus.ts'

type Pick = {
  id: string
  words: string
  sign?: ReactNode
  /** On all of what it is picked for, on some, or on none. */
  on: 'all' | 'some' | 'none'
}

type PickListProps = {
  label: string
  picks: readonly Pick[]
  onToggle: (pick: Pick) => void
  onMake: (words: string) => void
  /** What is made is called so: `Make “fox”`. */
  makeWords: string
  emptyWords: string
  maxLength: number
  /** Words that cannot be made, because something out of the list has that name. */
  taken?: readonly string[]
}

const spoken = { all: '', some: ', some', none: '' }
const row =
  'flex min-h-9 w-full items-center gap-2 rounded-sm px-2 text-left hover:bg-raised focus-visible:-outline-offset-2 max-md:min-h-11'

/** Type to find one or to make it; Enter takes the first, arrows go to the others. */
export function PickList(props: PickListProps) {
  const { label, picks, onToggle, onMake, makeWords, emptyWords, maxLength, taken = [] } = props
  const [words, setWords] = useState('')
  const name = words.trim()
  const wanted = name.toLowerCase()
  const found = picks.filter((pick) => pick.words.toLowerCase().includes(wanted))
  const names = [...picks.map((pick) => pick.words), ...taken]
  const isNew = wanted !== '' && !names.some((each) => each.toLowerCase() === wanted)
  const exact = found.find((pick) => pick.words.toLowerCase() === wanted)
  const first = exact ?? (wanted === '' ? undefined : found[0])

  const make = () => {
    onMake(name)
    setWords('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (first) onToggle(first)
    else if (isNew) make()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows move between its parts
    <div
      className="flex min-h-0 flex-col gap-1"
      onKeyDown={(event) => moveFocus(event, '[data-pick]')}
    >
      <input
        data-first
        data-pick
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        value={words}
        maxLength={maxLength}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={press}
        className="h-9 w-full shrink-0 rounded border border-line bg-page px-3 placeholder:text-quiet max-md:h-11"
      />
      <ul className="min-h-0 overflow-y-auto">
        {found.map((pick) => (
          <li key={pick.id}>
            <button
              type="button"
              data-pick
              aria-pressed={pick.on === 'some' ? 'mixed' : pick.on === 'all'}
              aria-label={`${pick.words}${spoken[pick.on]}`}
              onClick={() => onToggle(pick)}
              className={`${row} ${pick === first ? 'bg-raised' : ''}`}
            >
              {pick.sign}
              <span className="min-w-0 flex-1 truncate">{pick.words}</span>
              {pick.on === 'all' && <Check size={16} aria-hidden className="text-accent" />}
              {pick.on === 'some' && <Minus size={16} aria-hidden className="text-accent" />}
            </button>
          </li>
        ))}
        {isNew && (
          <li>
            <button
              type="button"
              data-pick
              onClick={make}
              className={`${row} ${first ? '' : 'bg-raised'}`}
            >
              <Plus size={16} aria-hidden className="text-quiet" />
              <span className="truncate">
                {makeWords} “{name}”
              </span>
            </button>
          </li>
        )}
      </ul>
      {!found.length && !isNew && <p className="p-2 text-quiet">{emptyWords}</p>}
    </div>
  )
}
