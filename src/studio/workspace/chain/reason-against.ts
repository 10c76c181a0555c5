import type { Draft } from '#contract/draft.ts'
import type { FactsOf } from '#contract/media-ref.ts'
import { check, refuses } from '#contract/rules.ts'
import { isWithin } from '../../features/compose/field-reason.ts'

/** What no choice in the panel would mend: the thing itself does not fit, or there is no room. */
const lasting = [
  'image_ref_limit',
  'image_edit_ref_limit',
  'keyframes_on_grid',
  'media_medium',
  'media_too_large',
  'image_side',
  'edit_source_length',
  'reframe_source_length',
]

/** Why the draft that a way would make could not be sent, in the words of the rule it breaks. */
export const reasonAgainst = (draft: Draft, at: string, factsOf: FactsOf): string | undefined =>
  check(draft, factsOf).find(
    (breach) =>
      refuses(breach) &&
      lasting.includes(breach.code) &&
      isWithin(breach.path, at) &&
      !breach.path.endsWith('.frame'),
  )?.reason
