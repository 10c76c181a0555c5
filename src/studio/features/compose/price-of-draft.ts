import type { Draft } from '#contract/draft.ts'
import { type Price, priceOf } from '#contract/price.ts'
import { checkRequest } from '#contract/rules.ts'
import { isComposeType } from './compose-type.ts'

/** What a draft will cost, told while it is still being written. */
export function priceOfDraft(draft: Draft): Price | null {
  if (!isComposeType(draft.type)) return null
  const { aspect_ratio: _ratio, ...rest } = draft
  const checked = checkRequest({ ...rest, prompt: '.' })
  return checked.request && priceOf(checked.request)
}
