import { Magnet, SeparatorVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import { type MagnetName, magnetNames } from './snap.ts'

type MagnetChoiceProps = {
  value: ReadonlySet<MagnetName>
  onChange: (next: ReadonlySet<MagnetName>) => void
}

const words: Record<MagnetName, { label: string; shown: ReactNode }> = {
  seconds: { label: 'Full seconds', shown: '1 s' },
  thirds: { label: 'Thirds of the clip', shown: '⅓' },
  playhead: { label: 'The playhead', shown: <SeparatorVertical size={14} aria-hidden /> },
}

/** What draws an anchor that is dragged near it. Whole frames always do. */
export function MagnetChoice({ value, onChange }: MagnetChoiceProps) {
  const toggle = (name: MagnetName) => {
    const next = new Set(value)
    if (!next.delete(name)) next.add(name)
    onChange(next)
  }
  return (
    <fieldset
      aria-label="Magnets"
      title="Hold Alt while dragging to go without"
      className="flex items-center gap-0.5"
    >
      <Magnet size={14} aria-hidden className="mx-1 shrink-0 text-quiet" />
      {magnetNames.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={value.has(name)}
          aria-label={`Magnet: ${words[name].label.toLowerCase()}`}
          title={`Magnet: ${words[name].label.toLowerCase()}`}
          onClick={() => toggle(name)}
          className={`flex h-7 min-w-8 items-center justify-center rounded-sm px-1 text-dense transition-colors max-md:h-10 max-md:min-w-10 ${value.has(name) ? 'bg-lifted text-ink' : 'text-quiet hover:bg-raised hover:text-ink'}`}
        >
          {words[name].shown}
        </button>
      ))}
    </fieldset>
  )
}
