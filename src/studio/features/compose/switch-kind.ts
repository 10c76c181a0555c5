import type { Draft, GenerationType } from '#contract/draft.ts'
import { recall, remember } from './draft-memory.ts'
import { draftOfType } from './draft-of-type.ts'

/** Keeps a draft for when its panel is opened again. */
export const keepDraft = (draft: Draft) =>
  remember('others', { ...recall('others'), [draft.type]: draft })

/** The draft of another kind; that of the present one is kept for the way back. */
export function switchKind(type: GenerationType, current: Draft): Draft {
  if (type === current.type) return current
  const others = recall('others')
  keepDraft(current)
  return draftOfType(type, current, others)
}
