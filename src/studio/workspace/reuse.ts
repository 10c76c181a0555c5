import { draft, type Draft } from '#contract/draft.ts'
import type { Generation } from '#contract/generation.ts'
import { freshDraft } from '../features/compose/fresh-draft.ts'
import { promptFor } from '../features/compose/plan/alternatives.ts'

/**
 * The request of a generation as a draft. What it left to the upstream's default stands in the
 * draft as that default, so that the panel shows what will be.
 */
export function draftToReuse({ request }: Pick<Generation, 'request'>): Draft {
  const fresh = freshDraft[request.type]
  const given = draft.parse(request)
  return {
    ...fresh,
    ...given,
    prompt: promptFor(given.prompt),
    ...(fresh.video && { video: { ...fresh.video, ...given.video } }),
  }
}
