import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { makeBoard } from '../../api/boards.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { BoardNameForm } from './board-name-form.tsx'
import { usePutOnBoard } from './use-put-on-board.ts'

type NewBoardProps = { selection: readonly number[] }

/** Makes a board, with what is selected on it. */
export function NewBoard({ selection }: NewBoardProps) {
  const [id, setId] = useState<string | null>(null)
  const make = useMutation(makeBoard(useQueryClient()))
  const { putOn } = usePutOnBoard()
  const words = selection.length ? `New board of the ${selection.length} selected` : 'New board'
  if (id === null) {
    return (
      <Button look="quiet" onClick={() => setId(newId())} className="w-full justify-start! px-2!">
        <span className="flex size-7 items-center justify-center">
          <Plus size={16} aria-hidden />
        </span>
        {words}
      </Button>
    )
  }
  return (
    <BoardNameForm
      label={words}
      act="Make"
      error={make.error}
      isBusy={make.isPending}
      onName={(name) =>
        make.mutate(
          { id, name },
          {
            onSuccess: (board) => {
              setId(null)
              if (selection.length) putOn(board, selection)
            },
          },
        )
      }
      onCancel={() => setId(null)}
    />
  )
}
