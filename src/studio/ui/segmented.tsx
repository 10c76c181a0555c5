import { useId } from 'react'

type Segment<Value extends string> = { value: Value; label: string }

type SegmentedProps<Value extends string> = {
  label: string
  segments: readonly Segment<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** A switch between a few views, as native radio buttons in one row. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, segments, value, onChange } = props
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className="flex gap-0.5 rounded bg-page p-0.5">
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={`relative flex h-7 flex-1 items-center justify-center rounded-sm px-3 text-body transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent max-md:h-10 ${segment.value === value ? 'bg-lifted text-ink' : 'text-quiet hover:text-ink'}`}
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
