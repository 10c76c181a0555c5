import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pencil, SearchCheck, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Board } from '#contract/board.ts'
import { deleteBoard, renameBoard } from '../../api/boards.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { BoardCover } from './board-cover.tsx'
import { BoardNameForm } from './board-name-form.tsx'
import { PlaceRow } from './place-row.tsx'

type BoardRowProps = { board: Board; isHere: boolean; onGo: () => void; onGone: () => void }

/** One board: to go to, to rename, to delete. */
export function BoardRow({ board, isHere, onGo, onGone }: BoardRowProps) {
  const [asked, setAsked] = useState<'rename' | 'delete' | null>(null)
  const client = useQueryClient()
  const rename = useMutation(renameBoard(client))
  const remove = useMutation(deleteBoard(client))
  const { id, name, find, cover, count } = board
  if (asked === 'rename') {
    return (
      <BoardNameForm
        label={`New name of ${name}`}
        start={name}
        act="Rename"
        error={rename.error}
        isBusy={rename.isPending}
        onName={(next) => rename.mutate({ id, name: next }, { onSuccess: () => setAsked(null) })}
        onCancel={() => setAsked(null)}
      />
    )
  }
  if (asked === 'delete') {
    return (
      <fieldset aria-label={`Delete ${name}?`} className="grid gap-2 rounded-sm bg-raised p-2">
        <p>
          Delete “{name}”?{' '}
          {find === null ? 'What is on it stays on the wall.' : 'What it found stays.'}
        </p>
        {remove.error && <Reason id={`${id}-problem`} tone="bad" text={remove.error.detail} />}
        <div className="flex justify-end gap-1">
          <Button look="quiet" onClick={() => setAsked(null)}>
            Keep
          </Button>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the question was asked for */}
          <Button autoFocus onClick={() => remove.mutate({ id }, { onSuccess: onGone })}>
            Delete
          </Button>
        </div>
      </fieldset>
    )
  }
  return (
    <div className="group flex items-center">
      <PlaceRow
        sign={<BoardCover cover={cover} />}
        name={name}
        note={find !== null && <SmartSign />}
        count={count}
        isHere={isHere}
        onGo={onGo}
      />
      <div className="flex group-focus-within:w-auto group-hover:w-auto max-md:w-auto md:w-0 md:overflow-hidden">
        <IconButton label={`Rename ${name}`} icon={Pencil} onClick={() => setAsked('rename')} />
        <IconButton label={`Delete ${name}`} icon={Trash2} onClick={() => setAsked('delete')} />
      </div>
    </div>
  )
}

const SmartSign = () => (
  <span className="shrink-0 text-quiet" title="Fills itself: a saved search">
    <SearchCheck size={14} aria-hidden />
    <span className="sr-only">, a saved search,</span>
  </span>
)
