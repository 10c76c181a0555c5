import type { Board } from '#contract/board.ts'
import { everything, type Find, readFind, writeFind } from '#contract/find.ts'

/** What a board shows: what was put there, or what its search finds. */
export const boardFind = ({ id, find }: Pick<Board, 'id' | 'find'>): Find =>
  find === null ? { ...everything, facets: { board: [id] } } : readFind(new URLSearchParams(find))

const said = (find: Find) =>
  writeFind({ ...find, sort: everything.sort, isStacked: everything.isStacked }).toString()

/** Whether two finds show the same, in whichever order. */
export const isSameFind = (a: Find, b: Find) => said(a) === said(b)

/** A find without a board that is no more. */
export function withoutBoard(find: Find, id: string): Find {
  const { board = [], ...others } = find.facets
  const kept = board.filter((each) => each !== id)
  return { ...find, facets: kept.length ? { ...others, board: kept } : others }
}
