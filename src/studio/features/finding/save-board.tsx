import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { type Find, writeFind } from '#contract/find.ts'
import { makeBoard } from '../../api/boards.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Reason } from '../../ui/reason.tsx'
import { useToast } from '../../ui/use-toast.ts'

type SaveBoardProps = {
  find: Find
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

/** Keeps a search under a name: a board that fills itself. */
export function SaveBoard({ find, anchor, onClose }: SaveBoardProps) {
  const [name, setName] = useState(find.q.replaceAll('"', '').slice(0, 80))
  const [id] = useState(newId)
  const save = useMutation(makeBoard(useQueryClient()))
  const say = useToast()
  const submit = () =>
    save.mutate(
      { id, name, find: writeFind({ ...find, isTrash: false }).toString() },
      {
        onSuccess: (board) => {
          say({ text: `Saved as the board “${board.name}”. It fills itself.` })
          onClose()
        },
      },
    )
  return (
    <Popover title="Save as a board" anchor={anchor} align="end" onClose={onClose}>
      <form
        aria-label="Save as a board"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() && !save.isPending) submit()
        }}
        className="grid gap-3 md:p-4"
      >
        <label className="grid gap-1">
          <span className="text-dense text-quiet">Name</span>
          <input
            data-first
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
            className="h-8 rounded border border-line bg-page px-2 max-md:h-10"
          />
        </label>
        <p className="text-dense text-quiet">
          Whatever fits this search is on it, also what is made later.
        </p>
        {save.error && <Reason id="save-board-problem" tone="bad" text={save.error.detail} />}
        <div className="flex justify-end">
          <Button type="submit" look="primary" disabled={!name.trim()} aria-busy={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Popover>
  )
}
