import { useQueryClient } from '@tanstack/react-query'
import { tileStoreOf } from '../api/tile-store.ts'
import { BoardPicker } from '../features/boards/board-picker.tsx'
import { JudgingDesk } from '../features/judging/judging-desk.tsx'
import { TagSheet } from '../features/judging/tag-sheet.tsx'
import { TakeAwaySheet } from '../features/take-away/take-away-sheet.tsx'
import type { Asking } from './asking.ts'

type AskedSheetProps = { asking: Asking; onClose: () => void }

/** Asks what is to be done with what was chosen. */
export function AskedSheet({ asking: { what, seqs }, onClose }: AskedSheetProps) {
  const client = useQueryClient()
  if (what === 'tags') {
    return (
      <JudgingDesk>
        <TagSheet seqs={seqs} onClose={onClose} />
      </JudgingDesk>
    )
  }
  if (what === 'boards') return <BoardPicker seqs={seqs} onClose={onClose} />
  const [only] = seqs
  const tile = only !== undefined && seqs.length === 1 ? tileStoreOf(client).get(only) : undefined
  return <TakeAwaySheet seqs={seqs} id={tile?.id} onClose={onClose} />
}
