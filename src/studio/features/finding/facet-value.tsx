import { Check, Star } from 'lucide-react'
import type { FacetName } from '#contract/find.ts'
import type { FacetRow } from './facet-rows.ts'

type FacetValueProps = { name: FacetName; row: FacetRow; onToggle: () => void }

const number = new Intl.NumberFormat('en-GB')

/** One value with how many it would show; a native checkbox underneath. */
export function FacetValue({ name, row, onToggle }: FacetValueProps) {
  const { value, words, count, isChosen } = row
  const isEmpty = count === 0 && !isChosen
  return (
    <label
      className={`relative flex min-h-8 items-center gap-2 rounded-sm px-2 hover:bg-raised has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent max-md:min-h-10 ${isEmpty ? 'text-quiet' : ''}`}
    >
      <input
        type="checkbox"
        checked={isChosen}
        onChange={onToggle}
        aria-label={`${words}, ${number.format(count)}`}
        data-value={value}
        className="absolute inset-0 appearance-none opacity-0"
      />
      <span
        aria-hidden
        className={`flex size-4 shrink-0 items-center justify-center rounded-sm border ${isChosen ? 'border-accent bg-accent text-on-accent' : 'border-edge'}`}
      >
        {isChosen && <Check size={12} strokeWidth={3} />}
      </span>
      <span aria-hidden className="min-w-0 flex-1 truncate" title={words}>
        {name === 'stars' && value !== '0' ? <Stars count={Number(value)} /> : words}
      </span>
      <span aria-hidden className="text-dense text-quiet tabular-nums">
        {number.format(count)}
      </span>
    </label>
  )
}

const Stars = ({ count }: { count: number }) => (
  <span className="inline-flex gap-0.5 align-middle">
    {Array.from({ length: count }, (_, index) => (
      <Star key={index} size={13} fill="currentColor" />
    ))}
  </span>
)
