import { useQueryClient } from '@tanstack/react-query'
import { type ComponentProps, useState } from 'react'
import type { Find } from '#contract/find.ts'
import { fileHref } from '../api/exports.ts'
import { tileStoreOf } from '../api/tile-store.ts'
import { useGeneration } from '../api/use-generation.ts'
import { useNeighbours } from '../api/use-neighbours.ts'
import { JudgingDesk } from '../features/judging/judging-desk.tsx'
import { MarksPanel } from '../features/judging/marks-panel.tsx'
import { useJudgingKeys } from '../features/judging/use-judging-keys.ts'
import { LineageStrip } from '../features/lineage/lineage-strip.tsx'
import { recallChoices } from '../features/take-away/choices.ts'
import { Detail } from '../features/viewer/detail.tsx'
import { createSight } from '../features/viewer/sight.ts'
import type { Asking } from './asking.ts'
import { KeepWordsSwitch } from './chain/keep-words-switch.tsx'
import { openChain } from './chain/open-chain.ts'
import type { Acts } from './use-acts.ts'
import { useItemKeys } from './use-item-keys.ts'

type DetailProps = ComponentProps<typeof Detail>
type OpenItemProps = Pick<DetailProps, 'id' | 'onGo' | 'onClose' | 'ground' | 'onGround'> & {
  acts: Acts
  /** What the wall shows: where its neighbours come from. */
  find: Find
  onAsk: (asking: Asking) => void
  /** Opens the whole family. */
  onTree: () => void
}

/** An open item with what other features know of it. */
export const OpenItem = (props: OpenItemProps) => (
  <JudgingDesk>
    <Item {...props} />
  </JudgingDesk>
)

function Item({ find, acts, onAsk, onTree, ...props }: OpenItemProps) {
  const { id, onGo } = props
  const client = useQueryClient()
  const { data: record } = useGeneration(id)
  const neighbours = useNeighbours(find, id)
  const known = record?.seq || tileStoreOf(client).seqOf(id)
  const seqs = known ? [known] : []
  const { older } = neighbours
  const [sight] = useState(createSight)
  useItemKeys((name) => acts.runOn(id, name, sight.now))
  useJudgingKeys({
    seqs,
    isOn: true,
    onBoard: () => onAsk({ what: 'boards', seqs }),
    onTag: () => onAsk({ what: 'tags', seqs }),
    onNext: older === null ? undefined : () => onGo(older),
  })
  return (
    <Detail
      {...props}
      acts={record ? openChain(acts.room).actsOf(record, sight.now) : []}
      onShow={sight.tell}
      neighbours={neighbours}
      actsFoot={<KeepWordsSwitch />}
      marks={
        record && <MarksPanel record={record} onBoard={() => onAsk({ what: 'boards', seqs })} />
      }
      lineage={<LineageStrip id={id} onGo={onGo} onTree={onTree} />}
      onLineage={onTree}
      downloadHref={({ id: ofId }, output) => fileHref(ofId, output, recallChoices())}
      onTakeAway={({ seq }) => onAsk({ what: 'download', seqs: [seq] })}
    />
  )
}
