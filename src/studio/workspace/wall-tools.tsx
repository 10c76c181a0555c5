import { lazy, type ReactNode, Suspense } from 'react'
import { createPortal } from 'react-dom'
import { BoardsDropRow } from '../features/boards/boards-drop-row.tsx'
import { BoardsMenu } from '../features/boards/boards-menu.tsx'
import { FindBar } from '../features/finding/find-bar.tsx'
import type { GoFind } from '../features/finding/go-find.ts'
import type { Selection } from '../features/gallery/selection.ts'
import { WallLook } from '../features/gallery/wall-look.tsx'
import { JudgingDesk } from '../features/judging/judging-desk.tsx'
import { useJudging } from '../features/judging/use-judging.ts'
import { useJudgingKeys } from '../features/judging/use-judging-keys.ts'
import type { Address } from './address.ts'
import type { Asking } from './asking.ts'
import type { Acts } from './use-acts.ts'
import { useItemKeys } from './use-item-keys.ts'

const SelectionBar = lazy(() =>
  import('../features/judging/selection-bar.tsx').then((module) => ({
    default: module.SelectionBar,
  })),
)

type WallToolsProps = {
  address: Address
  onChange: (part: Partial<Address>) => void
  onFind: GoFind
  /** What the wall shows; `null` while it shows something else. */
  shown: { seqs: Uint32Array; total: number; isRanked: boolean } | null
  selection: Selection
  onSelect: (next: Selection) => void
  /** What keys are about: the selection, or what is in focus. */
  seqs: readonly number[]
  /** Whether keys of items are the wall's. */
  isOn: boolean
  acts: Acts
  onAsk: (asking: Asking) => void
  /** Where the bar of what is chosen stands. */
  foot: HTMLElement | null
  children?: ReactNode
}

const toWall = () => document.querySelector<HTMLElement>('[data-item][tabindex="0"]')?.focus()

/** The bar over the wall, the bar of what is chosen, and the keys that judge. */
export const WallTools = (props: WallToolsProps) => (
  <JudgingDesk>
    <Tools {...props} />
  </JudgingDesk>
)

function Tools(props: WallToolsProps) {
  const { address, onChange, onFind, shown, selection, onSelect, seqs, isOn, acts } = props
  const { find } = address
  const { toTrash, erase } = useJudging()
  const ask = (what: Asking['what']) => props.onAsk({ what, seqs })
  const clear = () => onSelect(new Set())
  useJudgingKeys({
    seqs,
    isOn,
    isTrash: find.isTrash,
    onBoard: () => ask('boards'),
    onTag: () => ask('tags'),
    onGone: clear,
  })
  useItemKeys((name) => acts.run(name, seqs), isOn && seqs.length > 0)
  return (
    <>
      <FindBar
        find={find}
        onFind={onFind}
        total={shown?.total ?? null}
        isRanked={shown?.isRanked ?? false}
        onLeave={toWall}
        onSearch={() => onChange({ panel: 'wall', item: null, view: null })}
        onEmptyTrash={() => shown && erase([...shown.seqs])}
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
      {props.foot &&
        createPortal(
          <Suspense>
            {selection.size > 0 && (
              <SelectionBar
                seqs={seqs}
                isTrash={find.isTrash}
                onClear={clear}
                onTag={() => ask('tags')}
                onBoard={() => ask('boards')}
                onDownload={() => ask('download')}
                {...(selection.size === 1 && {
                  onReuse: () => acts.run('reuse', seqs),
                  onRunAgain: () => acts.run('again', seqs),
                })}
              />
            )}
            <BoardsDropRow {...(!find.isTrash && { onTrash: toTrash })} />
          </Suspense>,
          props.foot,
        )}
    </>
  )
}
