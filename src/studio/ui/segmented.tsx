import { useId } from 'react'

type Segment<Value extends string> = { value: Value; label: string }

type SegmentedProps<Value extends string> = {
  label: string
  segments: readonly Segment<Value>[]
  value: Value
  onChange: (value: Value) => void
  describedBy?: string | undefined
  isInvalid?: boolean | undefined
  /** Smaller, to stand beside a label. */
  isDense?: boolean
}

/** A switch between a few views, as native radio buttons in one row. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, segments, value, onChange, describedBy, isInvalid, isDense } = props
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isInvalid || undefined}
      className={`flex gap-0.5 rounded bg-page p-0.5 ${isInvalid ? 'outline outline-bad' : ''}`}
    >
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={`relative flex items-center justify-center rounded-sm whitespace-nowrap transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-default max-md:h-10 ${isDense ? 'h-6 min-w-8 shrink-0 px-2 text-dense max-md:min-w-10' : 'h-7 flex-auto px-2 text-body'} ${segment.value === value ? 'bg-lifted text-ink has-disabled:text-quiet' : 'text-quiet not-has-disabled:hover:text-ink'}`}
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
            className="absolute inset-0 appearance-none opacity-0"
          />
          {segment.label}
        </label>
      ))}
    </div>
  )
}
