import { useState } from 'react'

type NumberEntryProps = {
  label: string
  value: number
  decimals?: number
  unit?: string
  onChange: (value: number) => void
}

/** A typed number: taken at Enter or on leaving, given up by Esc; arrows go by one step. */
export function NumberEntry({ label, value, decimals = 0, unit, onChange }: NumberEntryProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const take = () => {
    const number = Number(typed?.replace(',', '.'))
    if (typed?.trim() && Number.isFinite(number)) onChange(number)
    setTyped(null)
  }
  const step = decimals === 0 ? 1 : 0.1
  return (
    <label className="inline-flex items-center gap-1 text-dense text-quiet">
      <input
        type="text"
        inputMode={decimals === 0 ? 'numeric' : 'decimal'}
        aria-label={label}
        value={typed ?? value.toFixed(decimals)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            take()
          }
          if (event.key === 'Escape' && typed !== null) {
            event.stopPropagation()
            setTyped(null)
          }
          const way = { ArrowUp: 1, ArrowDown: -1 }[event.key]
          if (!way) return
          event.preventDefault()
          setTyped(null)
          onChange(value + way * step)
        }}
        className="h-7 w-16 rounded border border-line bg-raised px-2 text-right text-body text-ink tabular-nums max-md:h-10"
      />
      {unit}
    </label>
  )
}
