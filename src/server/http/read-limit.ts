import { ProblemError } from '../problem-error.ts'

/** How many are asked for. @throws ProblemError */
export function readLimit(query: string | undefined, usual: number, most: number): number {
  const limit = query === undefined ? usual : /^\d{1,3}$/.test(query) ? Number(query) : 0
  if (limit >= 1 && limit <= most) return limit
  throw new ProblemError('shape', `Ask for 1 to ${most} at once.`, { path: 'limit' })
}
