import { useId } from 'react'
import type { Act } from '../lib/act.ts'
import { keyNames } from '../lib/key-names.ts'
import { shortcuts } from '../lib/shortcuts.ts'
import { Button } from './button.tsx'
import { KeyCaps } from './key-caps.tsx'

type ActListProps = { label: string; acts: readonly Act[] }

/** What can be done from here, each with its key; what cannot says why. */
export function ActList({ label, acts }: ActListProps) {
  const id = useId()
  return (
    <ul aria-label={label} className="grid gap-1">
      {acts.map(({ name, label: words, note, unavailable, run }) => (
        <li key={name}>
          <Button
            onClick={() => !unavailable && run()}
            aria-disabled={unavailable ? true : undefined}
            aria-describedby={(unavailable ?? note) && `${id}-${name}`}
            title={unavailable}
            className={`w-full justify-between! ${unavailable ? 'border-dashed text-quiet' : ''}`}
          >
            {words}
            <span aria-hidden>
              <KeyCaps keys={keyNames(shortcuts[name].keys[0])} />
            </span>
          </Button>
          {(unavailable ?? note) && (
            <p id={`${id}-${name}`} className="mt-1 px-1 text-dense text-quiet">
              {unavailable ?? note}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
