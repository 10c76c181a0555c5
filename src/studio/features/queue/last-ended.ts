import type { Generation } from '#contract/generation.ts'

const most = 10

const endOf = ({ settled_at, created_at }: Generation) => settled_at ?? created_at

/** Those that ended last, the newest first. Lost answers are not over before somebody decides. */
export const lastEnded = (seen: readonly Generation[]): Generation[] =>
  seen
    .filter(({ state, trashed_at }) => trashed_at === null && /completed|failed/.test(state))
    .toSorted((a, b) => endOf(b).localeCompare(endOf(a)))
    .slice(0, most)
