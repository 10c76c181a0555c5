import { useId, useState } from 'react'
import type { ApiError } from '../../api/api-error.ts'
import { useEscape } from '../../lib/use-escape.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'

type BoardNameFormProps = {
  label: string
  start?: string
  act: string
  error: ApiError | null
  isBusy: boolean
  onName: (name: string) => void
  onCancel: () => void
}

/** A name for a board, in the row where the board is or will be. */
export function BoardNameForm(props: BoardNameFormProps) {
  const { label, start = '', act, error, isBusy, onName, onCancel } = props
  const [name, setName] = useState(start)
  const id = useId()
  useEscape(true, onCancel)
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (name.trim() && !isBusy) onName(name.trim())
      }}
      className="grid gap-2 rounded-sm bg-raised p-2"
    >
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was asked for
        autoFocus
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-problem` : undefined}
        placeholder="Name"
        value={name}
        maxLength={80}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        className="h-8 min-w-0 rounded border border-line bg-page px-2 placeholder:text-quiet max-md:h-10"
      />
      {error && <Reason id={`${id}-problem`} tone="bad" text={error.detail} />}
      <div className="flex justify-end gap-1">
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" disabled={!name.trim()} aria-busy={isBusy}>
          {act}
        </Button>
      </div>
    </form>
  )
}
