import type { QueryClient } from '@tanstack/react-query'
import type { Generation } from '#contract/generation.ts'
import { changed, type Marks, type MarksChange } from '#contract/marks.ts'
import type { Tile } from '#contract/wall.ts'
import { ask } from './client.ts'
import { tileStoreOf } from './tile-store.ts'
import { patchTiles } from './tiles.ts'

/** Changes the marks of one or many on the server. */
export const sendMarks = (seqs: readonly number[], change: MarksChange) =>
  ask('/api/generations', changed, { method: 'PATCH', body: { seqs, change } })

const sameTag = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase()

/** What becomes of marks; the server does the same. */
export function changeMarks(marks: Marks, change: MarksChange): Marks {
  const { add_tags = [], remove_tags = [], ...rest } = change
  const kept = marks.tags.filter((tag) => !remove_tags.some(sameTag(tag)))
  const added = add_tags.filter((tag) => !kept.some(sameTag(tag)))
  return { ...marks, ...rest, tags: [...kept, ...added].toSorted((a, b) => a.localeCompare(b)) }
}

/** What is known of one without asking; a tile knows neither its tags nor its note. */
export type KnownMarks = Pick<Marks, 'favourite' | 'stars' | 'review'> & Partial<Marks>

const ofTile = ({ favourite, stars, review }: Tile): KnownMarks => ({ favourite, stars, review })

const knownRecords = (client: QueryClient, seqs: ReadonlySet<number>) =>
  client
    .getQueriesData<Generation>({ queryKey: ['generation'] })
    .flatMap(([key, record]) => (record && seqs.has(record.seq) ? [{ key, record }] : []))

/** What this page knows of the marks of some. */
export function knownMarks(client: QueryClient, seqs: readonly number[]) {
  const store = tileStoreOf(client)
  const known = new Map<number, KnownMarks>()
  for (const seq of seqs) {
    const tile = store.get(seq)
    if (tile) known.set(seq, ofTile(tile))
  }
  for (const { record } of knownRecords(client, new Set(seqs))) known.set(record.seq, record.marks)
  return known
}

/** Shows a change before the server has said yes. Returns the way back. */
export function showChange(
  client: QueryClient,
  seqs: readonly number[],
  onTile: (tile: Tile) => Tile,
  onRecord: (record: Generation) => Generation,
) {
  const tiles = new Map<number, Tile>()
  const records = knownRecords(client, new Set(seqs))
  patchTiles(client, seqs, (tile) => {
    tiles.set(tile.seq, tile)
    return onTile(tile)
  })
  for (const { key, record } of records) client.setQueryData<Generation>(key, onRecord(record))
  return function takeBack() {
    patchTiles(client, seqs, (tile) => {
      const was = tiles.get(tile.seq) ?? tile
      return { ...tile, ...ofTile(was), trashed: was.trashed }
    })
    for (const { key, record } of records) {
      const { marks, trashed_at } = record
      client.setQueryData<Generation>(key, (now) => now && { ...now, marks, trashed_at })
    }
  }
}
