import { useQuery } from '@tanstack/react-query'
import { LayoutGrid, Trash2 } from 'lucide-react'
import { everything, type Find } from '#contract/find.ts'
import { boardsQuery } from '../../api/boards.ts'
import { facetsQuery } from '../../api/facets.ts'
import { moveFocus } from '../../lib/move-focus.ts'
import { Reason } from '../../ui/reason.tsx'
import { boardFind, isSameFind, withoutBoard } from './board-find.ts'
import { BoardRow } from './board-row.tsx'
import { NewBoard } from './new-board.tsx'
import { PlaceRow } from './place-row.tsx'

type BoardsPanelProps = {
  find: Find
  selection: readonly number[]
  onGo: (find: Find) => void
  /** The board that was shown is no more. */
  onGone: (find: Find) => void
}

const trash: Find = { ...everything, isTrash: true }
const sign = 'flex size-7 shrink-0 items-center justify-center text-quiet'

/** Everything, the boards, and the trash. */
export function BoardsPanel({ find, selection, onGo, onGone }: BoardsPanelProps) {
  const { data: boards, error } = useQuery(boardsQuery())
  const { data: all } = useQuery(facetsQuery(everything))
  const { data: thrown } = useQuery(facetsQuery(trash))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between its rows
    <nav
      aria-label="Boards"
      onKeyDown={(event) => moveFocus(event, '[data-row]')}
      className="flex min-h-0 flex-col gap-1 p-1 max-md:-m-3"
    >
      <PlaceRow
        sign={
          <span className={sign}>
            <LayoutGrid size={16} aria-hidden />
          </span>
        }
        name="All"
        count={all?.total}
        isFirst
        isHere={isSameFind(find, everything)}
        onGo={() => onGo(everything)}
      />
      {error && <Reason id="boards-problem" tone="bad" text={error.message} />}
      {boards && boards.length > 0 && (
        <ul aria-label="Boards" className="min-h-9 overflow-y-auto border-y py-1">
          {boards.map((board) => (
            <li key={board.id}>
              <BoardRow
                board={board}
                isHere={isSameFind(find, boardFind(board))}
                onGo={() => onGo(boardFind(board))}
                onGone={() => {
                  if (find.facets.board?.includes(board.id)) onGone(withoutBoard(find, board.id))
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <NewBoard selection={selection} />
      <PlaceRow
        sign={
          <span className={sign}>
            <Trash2 size={16} aria-hidden />
          </span>
        }
        name="Trash"
        count={thrown?.total}
        isHere={find.isTrash}
        onGo={() => onGo(trash)}
      />
    </nav>
  )
}
