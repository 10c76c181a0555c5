import type { Draft, GenerationType } from '#contract/draft.ts'
import { recall } from '../../features/compose/draft-memory.ts'
import { draftOfType } from '../../features/compose/draft-of-type.ts'

/** The draft as another panel would have it; nothing is kept or forgotten by asking. */
export const toKind = (type: GenerationType, current: Draft): Draft =>
  type === current.type ? current : draftOfType(type, current, recall('others'))
