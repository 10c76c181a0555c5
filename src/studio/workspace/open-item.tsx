import type { ComponentProps } from 'react'
import type { Find } from '#contract/find.ts'
import { fileHref } from '../api/exports.ts'
import { useGeneration } from '../api/use-generation.ts'
import { useNeighbours } from '../api/use-neighbours.ts'
import { JudgingDesk } from '../features/judging/judging-desk.tsx'
import { MarksPanel } from '../features/judging/marks-panel.tsx'
import { useJudgingKeys } from '../features/judging/use-judging-keys.ts'
import { LineageStrip } from '../features/lineage/lineage-strip.tsx'
import { recallChoices } from '../features/take-away/choices.ts'
import { Detail } from '../features/viewer/detail.tsx'
import { KeepWordsSwitch } from './chain/keep-words-switch.tsx'
import type { Asking } from './asking.ts'

type DetailProps = ComponentProps<typeof Detail>
type OpenItemProps = Pick<
  DetailProps,
  'id' | 'onGo' | 'onClose' | 'actsOf' | 'ground' | 'onGround'
> & {
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

function Item({ find, onAsk, onTree, ...props }: OpenItemProps) {
  const { id, onGo } = props
  const { data: record } = useGeneration(id)
  const neighbours = useNeighbours(find, id)
  const seqs = record?.seq ? [record.seq] : []
  const { older } = neighbours
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
