import type { MarksChange, Review } from '#contract/marks.ts'
import { countOf } from '../../lib/count-of.ts'

const reviewed: Record<Review, string> = {
  pick: 'picked',
  reject: 'rejected',
  review: 'marked to look at again',
}

function whatOf({ favourite, stars, review, add_tags, remove_tags }: MarksChange): string {
  if (stars !== undefined) return stars ? `given ${countOf(stars, 'star')}` : 'without stars now'
  if (favourite !== undefined) return favourite ? 'made favourites' : 'no favourites now'
  if (review !== undefined) return review ? reviewed[review] : 'undecided now'
  if (add_tags?.length) return `tagged ${add_tags.join(', ')}`
  if (remove_tags?.length) return `no longer tagged ${remove_tags.join(', ')}`
  return 'noted'
}

/** What a change did, as a line. */
export const markWords = (count: number, change: MarksChange) =>
  `${countOf(count, 'generation')} ${whatOf(change)}`
