import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { everything, type Find } from '#contract/find.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { fileHref } from '../api/exports.ts'
import { wallQuery } from '../api/wall.ts'
import { BoardsDropRow } from '../features/boards/boards-drop-row.tsx'
import { BoardsMenu } from '../features/boards/boards-menu.tsx'
import { FindBar } from '../features/finding/find-bar.tsx'
import type { Selection } from '../features/gallery/selection.ts'
import { Wall } from '../features/gallery/wall.tsx'
import { WallLook } from '../features/gallery/wall-look.tsx'
import { useJudging } from '../features/judging/use-judging.ts'
import { useJudgingKeys } from '../features/judging/use-judging-keys.ts'
import { recallChoices } from '../features/take-away/choices.ts'
import type { Address } from './address.ts'
import type { Acts } from './use-acts.ts'
import { useItemKeys } from './use-item-keys.ts'

const SelectionBar = lazy(() =>
  import('../features/judging/selection-bar.tsx').then((module) => ({
    default: module.SelectionBar,
  })),
)

export type Asking = { what: 'tags' | 'boards' | 'download'; seqs: readonly number[] }

type WallRoomProps = {
  address: Address
  onChange: (part: Partial<Address>) => void
  /** A step that Back undoes. */
  onStep: (part: Partial<Address>) => void
  hrefOf: (id: string) => string
  onOpen: (id: string) => void
  acts: Acts
  /** Opens a sheet about some. */
  onAsk: (asking: Asking) => void
  onTried: (request: GenerationRequest) => void
  /** Buttons at the end of the bar. */
  children?: ReactNode
}

const toWall = () => document.querySelector<HTMLElement>('[data-item][tabindex="0"]')?.focus()

/** The wall, what narrows it, and what is done with what is chosen on it. */
export function WallRoom(props: WallRoomProps) {
  const { address, onChange, onStep, hrefOf, onOpen, acts, onAsk, onTried } = props
  const { find, item } = address
  const [selection, setSelection] = useState<Selection>(() => new Set<number>())
  const [active, setActive] = useState<number | null>(null)
  const [isInside, setIsInside] = useState(false)
  const { toTrash, erase } = useJudging()
  const { data, isPlaceholderData } = useQuery(wallQuery(find))
  const list = isPlaceholderData ? undefined : data
  const seqs = selection.size ? [...selection] : active === null ? [] : [active]

  const onFind = (next: Find, how: 'open' | 'replace') => {
    if (next.isTrash !== find.isTrash) setSelection(new Set())
    const part = { find: next, at: null }
    if (how === 'open') onStep({ ...part, panel: 'wall', view: null, item: null })
    else onChange(part)
  }
  const isOn = item === null && (isInside || selection.size > 0)
  const ask = (what: Asking['what']) => onAsk({ what, seqs })

  useJudgingKeys({
    seqs,
    isOn,
    isTrash: find.isTrash,
    onGone: () => setSelection(new Set()),
    onBoard: () => ask('boards'),
    onTag: () => ask('tags'),
  })
  useItemKeys({ acts, seqs, isOn })

  return (
    <div
      className="flex h-full flex-col"
      onFocus={() => setIsInside(true)}
      onBlur={({ currentTarget, relatedTarget }) =>
        setIsInside(relatedTarget === null || currentTarget.contains(relatedTarget))
      }
    >
      <FindBar
        find={find}
        onFind={onFind}
        total={list?.total ?? null}
        isRanked={list?.ranked ?? false}
        onLeave={toWall}
        onSearch={() => onChange({ panel: 'wall', item: null, view: null })}
        onEmptyTrash={() => list && erase([...list.seqs])}
        boards={<BoardsMenu find={find} onFind={onFind} selection={[...selection]} />}
      >
        <WallLook
          tileSize={address.size}
          onTileSize={(size) => onChange({ size })}
          layout={address.layout}
          onLayout={(layout) => onChange({ layout })}
        />
        {props.children}
      </FindBar>
      <div className="relative min-h-0 flex-1">
        <Wall
          find={find}
          at={address.at}
          onAt={(at) => onChange({ at })}
          selection={selection}
          onSelect={setSelection}
          onActive={setActive}
          hrefOf={hrefOf}
          onOpen={onOpen}
          openId={item}
          actsOf={acts.actsOfSeqs}
          downloadHref={(id) => fileHref(id, 0, recallChoices())}
          onTried={onTried}
          onClear={() => onFind(everything, 'open')}
          tileSize={address.size}
          layout={address.layout}
        />
        <BoardsDropRow {...(!find.isTrash && { onTrash: toTrash })} />
      </div>
      <Suspense>
        {selection.size > 0 && (
          <SelectionBar
            seqs={[...selection]}
            isTrash={find.isTrash}
            onClear={() => setSelection(new Set())}
            onTag={() => ask('tags')}
            onBoard={() => ask('boards')}
            onDownload={() => ask('download')}
            {...(selection.size === 1 && {
              onReuse: () => acts.run('reuse', seqs),
              onRunAgain: () => acts.run('again', seqs),
            })}
          />
        )}
      </Suspense>
    </div>
  )
}
