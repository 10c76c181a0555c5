import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import type { Act } from '../lib/act.ts'
import { keyNames } from '../lib/key-names.ts'
import { shortcuts } from '../lib/shortcuts.ts'
import { Button } from './button.tsx'
import { KeyCaps } from './key-caps.tsx'

type ActListProps = { label: string; acts: readonly Act[] }

/** What can be done from here, each with its key; what cannot says why, some is folded away. */
export function ActList({ label, acts }: ActListProps) {
  const folds = [...new Set(acts.flatMap(({ under }) => under ?? []))]
  const hasKey = (act: Act) => acts.find(({ name }) => name === act.name) === act
  const rows = (fold: string | undefined) =>
    acts
      .filter(({ under }) => under === fold)
      .map((act) => <ActRow key={act.label} act={act} hasKey={hasKey(act)} />)
  return (
    <div className="grid gap-1">
      <ul aria-label={label} className="grid gap-1">
        {rows(undefined)}
      </ul>
      {folds.map((fold) => (
        <details key={fold} className="group">
          <summary className="flex h-8 cursor-default list-none items-center gap-1 rounded px-1 text-dense text-quiet hover:bg-raised hover:text-ink max-md:h-10">
            <ChevronRight
              size={12}
              aria-hidden
              className="transition-transform group-open:rotate-90"
            />
            {fold}
          </summary>
          <ul aria-label={fold} className="mt-1 grid gap-1">
            {rows(fold)}
          </ul>
        </details>
      ))}
    </div>
  )
}

function ActRow({ act, hasKey }: { act: Act; hasKey: boolean }) {
  const { name, label, note, unavailable, run } = act
  const id = useId()
  return (
    <li>
      <Button
        onClick={() => !unavailable && run()}
        aria-disabled={unavailable ? true : undefined}
        aria-describedby={(unavailable ?? note) && id}
        title={unavailable}
        className={`w-full justify-between! ${unavailable ? 'border-dashed text-quiet' : ''}`}
      >
        {label}
        {hasKey && (
          <span aria-hidden>
            <KeyCaps keys={keyNames(shortcuts[name].keys[0])} />
          </span>
        )}
      </Button>
      {(unavailable ?? note) && (
        <p id={id} className="mt-1 px-1 text-dense text-quiet">
          {unavailable ?? note}
        </p>
      )}
    </li>
  )
}
