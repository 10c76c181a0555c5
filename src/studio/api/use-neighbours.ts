import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Find } from '#contract/find.ts'
import type { Tile } from '#contract/wall.ts'
import { generationQuery } from './generations.ts'
import { tileStoreOf } from './tile-store.ts'
import { useTiles } from './tiles.ts'
import { wallQuery } from './wall.ts'

/** Neighbours that are told on either side. */
const reach = 14

export type Neighbours = {
  /** Id of what stands before it on the wall, and after it. */
  newer: string | null
  older: string | null
  /** What stands around it and itself, in the order of the wall. */
  near: Tile[]
  /** Counted from 0; -1 where the find does not show it. */
  position: number
  total: number
}

/** What stands beside a generation on the wall. */
export function useNeighbours(find: Find, id: string): Neighbours {
  const client = useQueryClient()
  const { data: list } = useQuery(wallQuery(find))
  const { data: record } = useQuery(generationQuery(id))
  const seq = record?.seq ?? tileStoreOf(client).seqOf(id)
  const position = list && seq ? list.seqs.indexOf(seq) : -1
  const from = Math.max(0, position - reach)
  const to = position < 0 ? 0 : Math.min(list?.total ?? 0, position + reach + 1)
  const tileAt = useTiles(list, position < 0 ? 0 : from, to)
  const near: Tile[] = []
  for (let index = from; index < to; index += 1) {
    const tile = tileAt(index)
    if (tile) near.push(tile)
  }
  return {
    newer: position > 0 ? (tileAt(position - 1)?.id ?? null) : null,
    older: position < 0 ? null : (tileAt(position + 1)?.id ?? null),
    near,
    position,
    total: list?.total ?? 0,
  }
}
