import { createContext } from 'react'
import type { MarksChange } from '#contract/marks.ts'
import type { ApiError } from '../../api/api-error.ts'

type Seqs = readonly number[]

/** What can be decided about one or many. What is shown changes at once, and back on a refusal. */
export type Judging = {
  /** Gives the refusal, if there was one; it is told in a toast anyway. */
  change: (seqs: Seqs, change: MarksChange) => Promise<ApiError | null>
  toTrash: (seqs: Seqs) => void
  restore: (seqs: Seqs) => void
  /** Asks twice; `onErased` once they are gone. */
  erase: (seqs: Seqs, onErased?: () => void) => void
  /** Takes the last of these back, erasing excepted. */
  undo: () => void
}

export const JudgingContext = createContext<Judging | null>(null)
