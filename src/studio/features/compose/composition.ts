import type { Draft } from '#contract/draft.ts'
import type { Origin } from '#contract/family.ts'
import type { Plan } from './plan/plan.ts'

/**
 * All that one submission is made from: the request being written, how many come of it, and whose
 * words and settings it began with.
 */
export type Composition = { draft: Draft; plan: Plan; origin?: Origin | null | undefined }
