import type { Draft } from '#contract/draft.ts'
import type { FactsOf } from '#contract/media-ref.ts'
import { type Price, priceOf } from '#contract/price.ts'
import { checkRequest } from '#contract/rules.ts'

/** What a draft will cost, told while it is still being written. */
export function priceOfDraft(draft: Draft, factsOf: FactsOf): Price | null {
  const { aspect_ratio: _ratio, ...rest } = draft
  const ratio = draft.type === 'video_reframe' ? { aspect_ratio: draft.aspect_ratio } : {}
  const checked = checkRequest({ ...rest, ...ratio, prompt: '.' }, factsOf)
  return checked.request && priceOf(checked.request, factsOf)
}
