import { type Review, reviews } from '#contract/marks.ts'
import { Segmented } from '../../ui/segmented.tsx'

type DecisionRowProps = { review: Review | null; onReview: (review: Review | null) => void }

const segments = [
  { value: 'none', label: 'Undecided' },
  { value: 'pick', label: 'Pick' },
  { value: 'review', label: 'Look again' },
  { value: 'reject', label: 'Reject' },
] as const

export function DecisionRow({ review, onReview }: DecisionRowProps) {
  return (
    <Segmented
      label="Decision"
      segments={segments}
      value={review ?? 'none'}
      onChange={(value) => onReview(reviews.find((each) => each === value) ?? null)}
      isDense
    />
  )
}
