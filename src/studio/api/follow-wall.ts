import type { QueryClient } from '@tanstack/react-query'
import type { GenerationChanged } from '#contract/generation.ts'
import { expectedOf } from './expected.ts'
import { generationQuery } from './generations.ts'
import { tileStoreOf } from './tile-store.ts'
import { refreshTiles } from './tiles.ts'
import { rereadWall } from './wall.ts'

/** Lists are read again this often at most. */
const listMs = 500
const gatherMs = 60

/** Reads again what the wall shows when the server says that it changed. */
export function followWall(client: QueryClient) {
  const changed = new Set<string>()
  let gathering: ReturnType<typeof setTimeout> | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined
  let isDue = false

  function readLists() {
    isDue = false
    waiting = setTimeout(() => {
      waiting = undefined
      if (isDue) readLists()
    }, listMs)
    rereadWall(client)
    tileStoreOf(client).age()
  }

  function readTiles() {
    gathering = undefined
    const ids = [...changed]
    changed.clear()
    refreshTiles(client, ids).catch(() => undefined)
  }

  return {
    /** What is listed, or in which order, is another. */
    listChanged() {
      if (waiting) isDue = true
      else readLists()
    },
    /** One generation went on in its life. */
    tileChanged({ id, state }: GenerationChanged) {
      const store = tileStoreOf(client)
      const seq = store.seqOf(id)
      if (seq === undefined || store.get(seq)?.state === state) return
      changed.add(id)
      gathering ??= setTimeout(readTiles, gatherMs)
    },
    /** Whether its record is looked at, or stands at the head of the wall. */
    isWatched: (id: string) =>
      expectedOf(client).some(({ record }) => record.id === id) ||
      client
        .getQueryCache()
        .find({ queryKey: generationQuery(id).queryKey })
        ?.isActive() === true,
    stop() {
      clearTimeout(gathering)
      clearTimeout(waiting)
    },
  }
}
