import type { Draft } from '#contract/draft.ts'
import type { Plan } from './plan/plan.ts'

/** All that one submission is made from: the request being written, and how many come of it. */
export type Composition = { draft: Draft; plan: Plan }
