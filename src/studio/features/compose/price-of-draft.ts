import type { Draft } from '#contract/draft.ts'
import { type FactsOf, nothingKnown } from '#contract/media-ref.ts'
import { type Price, priceOf } from '#contract/price.ts'
import { requestByType } from '#contract/request.ts'
import { checkRequest } from '#contract/rules.ts'

const someSource = { generation_id: '00000000-0000-4000-8000-000000000000' }

/** The draft with everything filled in that is missing and has no say in the price. */
function filledIn(draft: Draft): Draft {
  const { aspect_ratio: _ratio, user_id: _user, source, ...rest } = draft
  const takesSource = 'source' in requestByType[draft.type].shape
  return {
    ...rest,
    prompt: '.',
    ...(draft.type === 'video_reframe' && { aspect_ratio: '16:9' as const }),
    ...(takesSource ? { source: source ?? someSource } : source && { source }),
  }
}

/** What a draft will cost, told while it is still being written; `null` when nobody can tell. */
export function priceOfDraft(draft: Draft, factsOf: FactsOf = nothingKnown): Price | null {
  const knownOf: FactsOf = (ref) => (ref === someSource ? undefined : factsOf(ref))
  const checked = checkRequest(filledIn(draft), knownOf)
  return checked.request && priceOf(checked.request, knownOf)
}
