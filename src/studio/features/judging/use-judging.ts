import { useContext } from 'react'
import { type Judging, JudgingContext } from './judging.ts'

/** @throws Error outside of a `JudgingDesk`. */
export function useJudging(): Judging {
  const judging = useContext(JudgingContext)
  if (!judging) throw new Error('There is no judging outside of a JudgingDesk.')
  return judging
}
