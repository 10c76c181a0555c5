import type { MarksChange, Review } from '#contract/marks.ts'
import type { KnownMarks } from '../../api/marks.ts'

type Known = ReadonlyMap<number, KnownMarks>

/** The favourites key: off where all are favourites already. */
export const favouriteChange = (known: Known): MarksChange => ({
  favourite: !known.size || [...known.values()].some(({ favourite }) => !favourite),
})

/** The key of a decision: taken back where all have it already. */
export const reviewChange = (known: Known, review: Review): MarksChange => ({
  review:
    known.size && [...known.values()].every((marks) => marks.review === review) ? null : review,
})
