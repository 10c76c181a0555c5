import { draft, type Draft } from '#contract/draft.ts'
import type { Generation } from '#contract/generation.ts'

/** The request of a generation as a draft, when there is a panel for its kind. */
export function draftToReuse({ request }: Pick<Generation, 'request'>): Draft | null {
  if (request.type !== 'image' && request.type !== 'video') return null
  return draft.parse(request)
}
