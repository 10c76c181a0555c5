import { X } from 'lucide-react'
import { useId } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Reason } from '../../ui/reason.tsx'
import type { ReadAmount } from './read-amount.ts'

type AmountFieldProps = {
  label: string
  text: string
  read: ReadAmount
  onChange: (text: string) => void
}

/** An amount of US dollars, or none. */
export function AmountField({ label, text, read, onChange }: AmountFieldProps) {
  const id = useId()
  const fault = 'fault' in read ? read.fault : null
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-dense text-quiet">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <div
          className={`flex h-8 w-36 items-center rounded border bg-raised pl-2 has-focus-visible:outline-2 has-focus-visible:outline-accent max-md:h-10 ${fault ? 'border-bad' : 'border-line'}`}
        >
          <span aria-hidden className="text-quiet">
            $
          </span>
          <input
            id={id}
            inputMode="decimal"
            autoComplete="off"
            placeholder="No limit"
            value={text}
            onChange={(event) => onChange(event.target.value)}
            aria-invalid={fault !== null || undefined}
            aria-describedby={fault ? `${id}-fault` : undefined}
            className="h-full w-full min-w-0 bg-transparent px-1 tabular-nums outline-none placeholder:text-quiet"
          />
        </div>
        {text && <IconButton label={`${label}: no limit`} icon={X} onClick={() => onChange('')} />}
      </div>
      {fault && <Reason id={`${id}-fault`} tone="bad" text={fault} />}
    </div>
  )
}
