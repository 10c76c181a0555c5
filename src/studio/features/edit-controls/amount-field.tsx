import { X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { rangeLook } from './range-look.ts'
import type { ReasonAt } from './reason-at.ts'
import { useRestingRange } from './use-resting-range.ts'

type AmountFieldProps = {
  path: string
  /** Its whole name, as in "Depth blur". */
  name: string
  label: string
  note: string
  value: number | undefined
  onChange: (value: number | undefined) => void
  reasonAt: ReasonAt
}

const halfway = 0.5
/** Undefined for nothing, null for what is no number. */
function read(text: string): number | undefined | null {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return undefined
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}

/** An amount from 0 to 1 by slider or typed; left empty it is the model's. */
export function AmountField({
  path,
  name,
  label,
  note,
  value,
  onChange,
  reasonAt,
}: AmountFieldProps) {
  const id = useId()
  const slider = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const { shown, range } = useRestingRange({ value, rest: halfway, onChoose: onChange })
  const isUnread = typed !== null && read(typed) === null
  const reason = isUnread
    ? { tone: 'bad' as const, text: 'Type a number from 0 to 1.' }
    : reasonAt(path)
  const described = {
    'aria-describedby': `${id}-note${reason ? ` ${id}-reason` : ''}`,
    'aria-invalid': reason?.tone === 'bad' || undefined,
  }
  return (
    <div data-field={path} className="grid gap-1">
      <div className="grid grid-cols-[5.25rem_minmax(0,1fr)_3.75rem_1.5rem] items-center gap-2 max-md:grid-cols-[5.25rem_minmax(0,1fr)_3.75rem_2.5rem]">
        <span className="text-dense text-quiet">{label}</span>
        <input
          ref={slider}
          type="range"
          aria-label={name}
          aria-valuetext={shown === undefined ? 'Model’s amount' : String(shown)}
          min={0}
          max={1}
          step={0.01}
          className={rangeLook(shown !== undefined)}
          {...described}
          {...range}
        />
        <input
          type="text"
          inputMode="decimal"
          aria-label={`${name}, typed`}
          placeholder="model’s"
          value={typed ?? shown ?? ''}
          onChange={({ target }) => {
            setTyped(target.value)
            const next = read(target.value)
            if (next !== null) onChange(next)
          }}
          onBlur={() => setTyped(null)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault()
          }}
          className="h-6 w-full min-w-0 rounded-sm border border-edge bg-page px-1.5 text-right text-dense tabular-nums placeholder:text-quiet disabled:text-quiet aria-invalid:border-bad max-md:h-10"
          {...described}
        />
        {shown !== undefined && (
          <IconButton
            label={`${name}: back to the model’s amount`}
            icon={X}
            className="size-6"
            onClick={() => {
              onChange(undefined)
              slider.current?.focus()
            }}
          />
        )}
      </div>
      <p id={`${id}-note`} className="-mt-0.5 ml-23 text-mark text-quiet">
        {note}
      </p>
      {reason && <Reason id={`${id}-reason`} {...reason} />}
    </div>
  )
}
