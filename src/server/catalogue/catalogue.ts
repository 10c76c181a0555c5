import { everything, type Find } from '#contract/find.ts'
import type { FacetCounts, WallList } from '#contract/wall.ts'
import type { Events } from '../life/events.ts'
import type { CatalogueRows } from '../store/catalogue-rows.ts'
import { createAnnouncer } from './announcer.ts'
import { createColumns, shownAs } from './columns.ts'
import { countFacets } from './count-facets.ts'
import { aspectsOf, bestFirst, sectionsOf, sorted, stacked } from './list-found.ts'
import { fittingOf, missesOf } from './misses.ts'
import { createSearch } from './search.ts'
import { createSmartBoards } from './smart-boards.ts'
import { createUpkeep } from './upkeep.ts'

export type Catalogue = ReturnType<typeof createCatalogue>

type Parts = { store: { catalogue: CatalogueRows }; events: Events }

const announceMs = 200

/** By what generations are found, in memory: lists, counts and words are answered from here. */
export function createCatalogue({ store, events }: Parts) {
  const rows = store.catalogue
  const columns = createColumns()
  const search = createSearch(rows, () => columns.last)
  let version = Date.now()
  const announcer = createAnnouncer(() => events.emitWall({ version }), announceMs)
  const upkeep = createUpkeep({
    rows,
    events,
    columns,
    onChange() {
      version += 1
      announcer.announce()
    },
  })

  let isClosed = false
  const warming = upkeep
    .ready()
    .then(() => search.warm(() => isClosed))
    .catch(() => undefined)
  const smartBoards = createSmartBoards({ columns, search, boards: upkeep.boards })

  async function look(find: Find, isRanked: boolean, isWanted: (id: string) => boolean) {
    await upkeep.ready()
    const asOf = version
    const hits = await search.find(find.q)
    const smart = await smartBoards(version, isWanted)
    const ranked = isRanked && find.sort === 'newest' && hits ? await hits.rank() : null
    const asked = {
      facets: find.facets,
      bits: hits?.bits ?? null,
      shown: find.isTrash ? shownAs.inTrash : shownAs.onWall,
      smart,
    }
    return { asOf, asked, smart, ranked }
  }

  return {
    /** Reads rows again that were changed otherwise than by the journal; boards too. */
    touch: upkeep.touch,

    /** Of what is told now. Grows, also from one start of the server to the next. */
    async version(): Promise<number> {
      await upkeep.ready()
      return version
    },

    async wall(find: Find = everything): Promise<WallList> {
      const { asOf, asked, ranked } = await look(
        find,
        true,
        (id) => find.facets.board?.includes(id) === true,
      )
      const found = fittingOf(columns, asked)
      const newest = find.isStacked ? stacked(found, columns) : found
      const seqs = ranked ? bestFirst(newest, ranked) : sorted(newest, find.sort, columns)
      const followsTime = !ranked && (find.sort === 'newest' || find.sort === 'oldest')
      return {
        version: asOf,
        total: seqs.length,
        sections: followsTime ? sectionsOf(seqs, columns.facets.day) : [],
        ranked: ranked !== null,
        seqs,
        aspects: aspectsOf(seqs, columns),
      }
    },

    async facets(find: Find): Promise<FacetCounts> {
      const { asked, smart } = await look(find, false, () => true)
      const misses = missesOf(columns, asked)
      return countFacets({ columns, find, misses, smart, boards: upkeep.boards() })
    },

    async close() {
      isClosed = true
      announcer.close()
      await upkeep.close()
      await warming
    },
  }
}
