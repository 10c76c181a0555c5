import type { Draft } from '#contract/draft.ts'
import type { Origin } from '#contract/family.ts'

/** What becomes of the draft at hand. Changes nothing by itself. */
export type Wish = (current: Draft) => Draft

/** `origin`: whose words and settings they are, told when it is sent. */
export type Wanted = { wish: Wish; origin?: Origin }
