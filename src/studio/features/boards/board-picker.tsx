import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { boardsQuery, makeBoard } from '../../api/boards.ts'
import { wallQuery } from '../../api/wall.ts'
import { membership } from '../../lib/membership.ts'
import { newId } from '../../lib/new-id.ts'
import { PickList } from '../../ui/pick-list.tsx'
import { Reason } from '../../ui/reason.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { BoardCover } from './board-cover.tsx'
import { boardFind } from './board-find.ts'
import { usePutOnBoard } from './use-put-on-board.ts'

type BoardPickerProps = { seqs: readonly number[]; onClose: () => void }

/** Puts the selection on boards or takes it off them: type, Enter, and Esc when done. */
export function BoardPicker({ seqs, onClose }: BoardPickerProps) {
  const { data: boards = [], error } = useQuery(boardsQuery())
  const make = useMutation(makeBoard(useQueryClient()))
  const { putOn, takeOff } = usePutOnBoard()
  const byHand = boards.filter(({ find }) => find === null)
  const walls = useQueries({
    queries: byHand.map((board) => ({
      ...wallQuery(boardFind(board)),
      placeholderData: undefined,
    })),
  })
  const chosen = new Set(seqs)
  const problem = make.error?.detail ?? error?.message
  return (
    <Sheet
      title={seqs.length === 1 ? 'Put on a board' : `Put ${seqs.length} on a board`}
      isOpen
      onClose={onClose}
    >
      {problem && <Reason id="board-picker-problem" tone="bad" text={problem} />}
      <PickList
        label="Find or make a board"
        makeWords="Make"
        emptyWords="No boards yet. Write a name to make one."
        maxLength={80}
        taken={boards.filter(({ find }) => find !== null).map(({ name }) => name)}
        picks={byHand.map(({ id, name, cover }, index) => ({
          id,
          words: name,
          sign: <BoardCover cover={cover} />,
          on: membership(walls[index]?.data?.seqs ?? [], chosen),
        }))}
        onToggle={({ id, words, on }) =>
          on === 'all' ? takeOff({ id, name: words }, seqs) : putOn({ id, name: words }, seqs)
        }
        onMake={(name) =>
          make.mutate({ id: newId(), name }, { onSuccess: (board) => putOn(board, seqs) })
        }
      />
    </Sheet>
  )
}
