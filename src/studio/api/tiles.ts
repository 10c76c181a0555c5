import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Tile, tiles, tilesLimit, type WallList } from '#contract/wall.ts'
import { ask } from './client.ts'
import { createTileLoader } from './tile-loader.ts'
import { tileStoreOf } from './tile-store.ts'

type Listed = Pick<WallList, 'seqs'> | undefined

/** The tiles of places `from` up to, but not with, `to`, as far as they are known already. */
export function useTiles(
  list: Listed,
  from: number,
  to: number,
): (index: number) => Tile | undefined {
  const store = tileStoreOf(useQueryClient())
  const lookup = useSyncExternalStore(store.subscribe, store.lookup)
  const [loader] = useState(() => createTileLoader(store))
  const seqs = list?.seqs
  useEffect(() => {
    if (seqs) loader.want(seqs, { from, to })
  }, [loader, seqs, from, to])
  useEffect(() => loader.follow(), [loader])
  return (index) => {
    const seq = seqs?.[index]
    return seq === undefined ? undefined : lookup(seq)
  }
}

/** Changes what is known of some places, in sight at once. */
export const patchTiles = (
  client: QueryClient,
  seqs: Iterable<number>,
  change: (tile: Tile) => Tile,
) => tileStoreOf(client).patch(seqs, change)

/** Tiles by seq, from memory or asked for; those that are not there are left out. */
export async function fetchTiles(
  client: QueryClient,
  seqs: readonly number[],
  signal?: AbortSignal,
): Promise<Tile[]> {
  const store = tileStoreOf(client)
  const found = new Map<number, Tile>()
  const missing: number[] = []
  for (const seq of seqs) {
    const tile = store.get(seq)
    if (tile) found.set(seq, tile)
    else missing.push(seq)
  }
  for (let from = 0; from < missing.length; from += tilesLimit) {
    const path = `/api/tiles?seqs=${missing.slice(from, from + tilesLimit).join()}`
    const { data } = await ask(path, tiles, signal ? { signal } : {})
    for (const tile of data) found.set(tile.seq, tile)
  }
  return seqs.flatMap((seq) => found.get(seq) ?? [])
}

/** Asks once more for tiles that are known. */
export async function refreshTiles(client: QueryClient, ids: readonly string[]) {
  const store = tileStoreOf(client)
  const known = ids.filter((id) => store.seqOf(id) !== undefined).slice(0, tilesLimit)
  if (!known.length) return
  store.keepAll((await ask(`/api/tiles?ids=${known.join()}`, tiles)).data)
}
