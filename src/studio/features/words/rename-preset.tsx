import { useId, useState } from 'react'
import { presetLimits } from '#contract/preset.ts'
import { useEscape } from '../../lib/use-escape.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { nameField } from './save-preset-form.tsx'

type RenamePresetProps = {
  name: string
  isTaken: (name: string) => boolean
  onRename: (name: string) => void
  onLeave: () => void
}

/** The name of a preset while it is written anew; Esc leaves it as it was. */
export function RenamePreset({ name, isTaken, onRename, onLeave }: RenamePresetProps) {
  const id = useId()
  const [next, setNext] = useState(name)
  useEscape(true, onLeave)
  const wanted = next.trim()
  const reason = !wanted
    ? 'A name has at least one character.'
    : wanted !== name && isTaken(wanted)
      ? `“${wanted}” exists: choose another name.`
      : null
  return (
    <form
      aria-label={`Rename ${name}`}
      className="grid grid-cols-1 gap-1 px-2 py-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason) return
        if (wanted === name) onLeave()
        else onRename(wanted)
      }}
    >
      <div className="flex gap-2">
        <input
          aria-label="New name"
          aria-invalid={reason !== null || undefined}
          aria-describedby={reason ? `${id}-why` : undefined}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
          autoFocus
          onFocus={(event) => event.target.select()}
          maxLength={presetLimits.nameLength}
          className={`${nameField} ${reason ? 'border-bad' : 'border-line'}`}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
        <Button type="submit">Rename</Button>
        <Button look="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </div>
      {reason && <Reason id={`${id}-why`} tone="bad" text={reason} />}
    </form>
  )
}
