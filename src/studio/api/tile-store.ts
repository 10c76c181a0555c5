import type { QueryClient } from '@tanstack/react-query'
import type { Tile } from '#contract/wall.ts'

/** Tiles in memory at most. */
const most = 3000

type Lookup = (seq: number) => Tile | undefined
type Kept = { tile: Tile; asOf: number }

/** What is known of single places on the wall, the least lately wanted forgotten first. */
export function createTileStore() {
  const kept = new Map<number, Kept>()
  const seqsById = new Map<string, number>()
  const listeners = new Set<() => void>()
  const read = (seq: number): Tile | undefined => kept.get(seq)?.tile
  let lookup: Lookup = read
  let era = 0

  function tell() {
    lookup = (seq) => read(seq)
    for (const listener of listeners) listener()
  }

  function keep(tile: Tile) {
    kept.delete(tile.seq)
    kept.set(tile.seq, { tile, asOf: era })
    seqsById.set(tile.id, tile.seq)
  }

  function forgetOldest() {
    for (const [seq, { tile }] of kept) {
      if (kept.size <= most) return
      kept.delete(seq)
      seqsById.delete(tile.id)
    }
  }

  return {
    get: read,
    seqOf: (id: string): number | undefined => seqsById.get(id),
    /** Another function whenever anything has changed. */
    lookup: () => lookup,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Those of `seqs` that are to be asked for; the others count as wanted lately. */
    missing(seqs: Iterable<number>): number[] {
      const missing: number[] = []
      for (const seq of seqs) {
        const known = kept.get(seq)
        if (known) {
          kept.delete(seq)
          kept.set(seq, known)
        }
        if (known?.asOf !== era) missing.push(seq)
      }
      return missing
    },
    keepAll(tiles: readonly Tile[]) {
      for (const tile of tiles) keep(tile)
      forgetOldest()
      if (tiles.length) tell()
    },
    patch(seqs: Iterable<number>, change: (tile: Tile) => Tile) {
      let isChanged = false
      for (const seq of seqs) {
        const known = kept.get(seq)
        if (!known) continue
        known.tile = change(known.tile)
        isChanged = true
      }
      if (isChanged) tell()
    },
    /** What is known may be outdated: it stays in sight and is asked for once more when wanted. */
    age() {
      era += 1
      tell()
    },
  }
}
export type TileStore = ReturnType<typeof createTileStore>

const stores = new WeakMap<QueryClient, TileStore>()

/** The tiles of a page. */
export function tileStoreOf(client: QueryClient): TileStore {
  const known = stores.get(client)
  if (known) return known
  const store = createTileStore()
  stores.set(client, store)
  return store
}
