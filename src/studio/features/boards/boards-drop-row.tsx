import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { boardsQuery } from '../../api/boards.ts'
import { BoardCover } from './board-cover.tsx'
import { DropTarget } from './drop-target.tsx'
import { usePutOnBoard } from './use-put-on-board.ts'
import { useSeqsDrag } from './use-seqs-drag.ts'

type BoardsDropRowProps = { onTrash?: (seqs: readonly number[]) => void }

/** The boards at the foot of the wall, for as long as tiles are dragged. */
export function BoardsDropRow({ onTrash }: BoardsDropRowProps) {
  const isDragged = useSeqsDrag()
  const { data: boards = [] } = useQuery({ ...boardsQuery(), enabled: isDragged })
  const { putOn } = usePutOnBoard()
  const byHand = boards.filter(({ find }) => find === null)
  if (!isDragged || (!byHand.length && !onTrash)) return null
  return (
    <ul
      aria-label="Drop on a board"
      className="absolute inset-x-0 bottom-0 z-20 flex gap-1 overflow-x-auto border-t bg-panel p-2"
    >
      {byHand.map((board) => (
        <DropTarget key={board.id} label={board.name} onSeqs={(seqs) => putOn(board, seqs)}>
          <BoardCover cover={board.cover} />
          <span className="truncate">{board.name}</span>
        </DropTarget>
      ))}
      {onTrash && (
        <DropTarget label="Trash" onSeqs={onTrash}>
          <span className="flex size-7 items-center justify-center text-quiet">
            <Trash2 size={16} aria-hidden />
          </span>
          Trash
        </DropTarget>
      )}
    </ul>
  )
}
