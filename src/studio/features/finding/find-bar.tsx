import { BookmarkPlus, Layers, ListFilter, X } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { everything, type Find } from '#contract/find.ts'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Chips } from './chips.tsx'
import { FoundCount } from './found-count.tsx'
import type { GoFind } from './go-find.ts'
import { chosenValues, cleared, isNarrowed, toggleValue } from './narrow.ts'
import { SearchField } from './search-field.tsx'
import { SortChoice } from './sort-choice.tsx'

const FilterPanel = lazy(() =>
  import('./filter-panel.tsx').then((module) => ({ default: module.FilterPanel })),
)
const SaveBoard = lazy(() =>
  import('./save-board.tsx').then((module) => ({ default: module.SaveBoard })),
)

type FindBarProps = {
  find: Find
  onFind: GoFind
  /** How many the wall shows; `null` while nobody knows. */
  total: number | null
  isRanked: boolean
  /** On to the wall, from the search. */
  onLeave: () => void
  /** The key of the search was pressed: bring the wall into sight. */
  onSearch?: () => void
  /** Asks to erase all that the trash shows. */
  onEmptyTrash?: () => void
  /** The way to the boards, at the left. */
  boards?: ReactNode
  /** How the wall is looked at, at the right. */
  children?: ReactNode
}

/** The thin bar over the wall: what is shown, by which words and facets, in which order. */
export function FindBar(props: FindBarProps) {
  const { find, onFind, total, isRanked, onLeave, onSearch, onEmptyTrash } = props
  const [opened, setOpened] = useState<'filter' | 'save' | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const filter = useRef<HTMLButtonElement>(null)
  const save = useRef<HTMLButtonElement>(null)
  const isSmall = useMediaQuery('(max-width: 767px)')
  const chosen = chosenValues(find)
  const close = () => setOpened(null)
  const search = () => {
    onSearch?.()
    setTimeout(() => {
      field.current?.focus()
      field.current?.select()
    })
  }
  const remove: typeof toggleValue = (from, name, value) => {
    field.current?.focus()
    return toggleValue(from, name, value)
  }
  const removeLast = () => {
    const last = chosen.at(-1)
    if (last) onFind(toggleValue(find, last.name, last.value), 'replace')
  }
  const chips = chosen.length > 0 && (
    <Chips find={find} onRemove={(name, value) => onFind(remove(find, name, value), 'replace')} />
  )
  const trash = find.isTrash && (
    <>
      <h2 className="pl-2 font-semibold">Trash</h2>
      <IconButton label="Leave the trash" icon={X} onClick={() => onFind(everything, 'open')} />
    </>
  )
  const emptyTrash = find.isTrash && onEmptyTrash && total !== 0 && (
    <Button onClick={onEmptyTrash} className="max-md:ml-auto">
      {isNarrowed(find) ? 'Erase what is found' : 'Empty the trash'}
    </Button>
  )

  useShortcuts(['anywhere'], { search })

  return (
    <header className="shrink-0 border-b">
      <div className="flex h-12 items-center gap-2 px-2">
        {props.boards}
        {!isSmall && trash}
        <SearchField
          field={field}
          q={find.q}
          placeholder={find.isTrash ? 'Search the trash' : 'Search'}
          onWords={(q) => onFind({ ...find, q }, 'replace')}
          onLeave={onLeave}
          onBackspace={removeLast}
        >
          {!isSmall && chips}
        </SearchField>
        {!isSmall && <FoundCount total={total} isNarrowed={isNarrowed(find)} />}
        {isNarrowed(find) && (
          <>
            {!find.isTrash && (
              <IconButton
                ref={save}
                label="Save as a board"
                icon={BookmarkPlus}
                aria-expanded={opened === 'save'}
                onClick={() => setOpened('save')}
              />
            )}
            {!isSmall && (
              <Button look="quiet" className="px-2!" onClick={() => onFind(cleared(find), 'open')}>
                Clear all
              </Button>
            )}
          </>
        )}
        <Button
          ref={filter}
          aria-expanded={opened === 'filter'}
          aria-haspopup="dialog"
          aria-label={chosen.length ? `Filter, ${chosen.length} chosen` : 'Filter'}
          onClick={() => setOpened(opened === 'filter' ? null : 'filter')}
          className="max-md:px-3!"
        >
          <ListFilter size={14} aria-hidden />
          <span className="max-md:hidden">Filter</span>
        </Button>
        {!isSmall && (
          <>
            <SortChoice
              sort={find.sort}
              isRanked={isRanked}
              onSort={(sort) => onFind({ ...find, sort }, 'replace')}
            />
            <IconButton
              label="Stack sets"
              icon={Layers}
              isOn={find.isStacked}
              onClick={() => onFind({ ...find, isStacked: !find.isStacked }, 'replace')}
            />
          </>
        )}
        {!isSmall && emptyTrash}
        {props.children}
      </div>
      {isSmall && (chips || trash) && (
        <div className="flex items-center gap-1 overflow-x-auto px-2 pb-2 [scrollbar-width:none]">
          {trash}
          {chips}
          {emptyTrash}
        </div>
      )}
      <Suspense>
        {opened === 'filter' && (
          <FilterPanel {...{ find, isRanked, onFind }} anchor={filter} onClose={close} />
        )}
        {opened === 'save' && <SaveBoard find={find} anchor={save} onClose={close} />}
      </Suspense>
    </header>
  )
}
