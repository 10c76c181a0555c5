import { useId } from 'react'

type SwitchProps = {
  label: string
  note: string
  isOn: boolean
  onChange: (isOn: boolean) => void
  /** Why it cannot be turned on with the rest as it is. */
  unavailable?: string | undefined
  /** Pressed although it is unavailable. */
  onRefused?: () => void
  describedBy?: string | undefined
  isInvalid?: boolean
}

/** On or off, with a quiet line about what on means; a native checkbox underneath. */
export function Switch(props: SwitchProps) {
  const { label, note, isOn, onChange, unavailable, onRefused, describedBy, isInvalid } = props
  const id = useId()
  const isBlocked = unavailable !== undefined && !isOn
  return (
    <label
      title={unavailable}
      className={`relative flex min-h-8 items-center justify-between gap-4 rounded px-2 py-1 has-focus-visible:outline-2 has-focus-visible:outline-accent max-md:min-h-10 ${isInvalid ? 'bg-raised ring-1 ring-bad' : 'hover:bg-raised'}`}
    >
      <span className={isBlocked ? 'text-quiet' : ''}>
        <span className="block">{label}</span>
        <span id={`${id}-note`} className="block text-dense text-quiet">
          {note}
        </span>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        aria-label={label}
        aria-disabled={isBlocked || undefined}
        aria-invalid={isInvalid || undefined}
        aria-describedby={[`${id}-note`, unavailable && `${id}-why`, describedBy]
          .filter(Boolean)
          .join(' ')}
        checked={isOn}
        onChange={() => (isBlocked ? onRefused?.() : onChange(!isOn))}
        className="peer absolute inset-0 appearance-none opacity-0"
      />
      {unavailable && (
        <span id={`${id}-why`} className="sr-only">
          {unavailable}
        </span>
      )}
      <span
        aria-hidden
        className={`flex h-5 w-9 shrink-0 items-center rounded-full border p-0.5 transition-colors ${isOn ? 'justify-end border-accent bg-accent' : `justify-start ${isBlocked ? 'border-dashed border-edge' : 'border-edge bg-raised'}`}`}
      >
        <span className={`size-3.5 rounded-full ${isOn ? 'bg-on-accent' : 'bg-quiet'}`} />
      </span>
    </label>
  )
}
