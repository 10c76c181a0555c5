import { readFind } from '#contract/find.ts'
import type { Columns } from './columns.ts'
import { missesOf, type SmartBoards } from './misses.ts'
import type { Search } from './search.ts'

type Board = { id: string; find: string | null }
type Parts = { columns: Columns; search: Search; boards: () => readonly Board[] }
type Kept = { find: string; version: number; fits: Uint8Array }

/** What fits saved finds. They may name boards that were filled by hand, and no other saved find. */
export function createSmartBoards({ columns, search, boards }: Parts) {
  const kept = new Map<string, Kept>()

  async function fitsOf(find: string): Promise<Uint8Array> {
    const { q, facets } = readFind(new URLSearchParams(find))
    const hits = await search.find(q)
    const { misses } = missesOf(columns, {
      facets,
      bits: hits?.bits ?? null,
      shown: null,
      smart: new Map(),
    })
    for (let seq = 0; seq < misses.length; seq++) misses[seq] = misses[seq] === 0 ? 1 : 0
    return misses
  }

  return async (version: number, isWanted: (id: string) => boolean): Promise<SmartBoards> => {
    const smart = new Map<string, Uint8Array>()
    for (const { id, find } of boards()) {
      if (find === null || !isWanted(id)) continue
      const known = kept.get(id)
      const isFresh = known?.find === find && known.version === version
      const fits = isFresh ? known.fits : await fitsOf(find)
      if (!isFresh) kept.set(id, { find, version, fits })
      smart.set(id, fits)
    }
    return smart
  }
}
