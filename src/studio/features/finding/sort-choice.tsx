import { type Sort, sorts } from '#contract/find.ts'

type SortChoiceProps = { sort: Sort; isRanked: boolean; onSort: (sort: Sort) => void }

const words: Record<Sort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  stars: 'Most stars',
  price: 'Dearest first',
  duration: 'Longest first',
  type: 'By type',
}

/** In which order. With words, what fits best comes first unless another order is chosen. */
export function SortChoice({ sort, isRanked, onSort }: SortChoiceProps) {
  return (
    <select
      aria-label="Order"
      value={sort}
      onChange={(event) => onSort(sorts.find((each) => each === event.target.value) ?? 'newest')}
      className="h-8 shrink-0 rounded border border-line bg-raised px-2 hover:bg-lifted max-md:h-10"
    >
      {sorts.map((each) => (
        <option key={each} value={each}>
          {each === 'newest' && isRanked ? 'Best match' : words[each]}
        </option>
      ))}
    </select>
  )
}
