import { randomUUID } from 'node:crypto'
import type { Wanted } from './zip-entries.ts'

const goodForMs = 15 * 60_000
const mostTickets = 100

/** What somebody is about to take away, in memory, for a quarter of an hour. */
export function createExportTickets(now: () => number = Date.now) {
  const tickets = new Map<string, { wanted: Wanted; until: number }>()

  function drop(isOver: (until: number, index: number) => boolean) {
    for (const [index, [id, { until }]] of [...tickets].entries()) {
      if (isOver(until, index)) tickets.delete(id)
    }
  }

  return {
    add(wanted: Wanted): string {
      drop((until) => until <= now())
      const over = tickets.size + 1 - mostTickets
      drop((_, index) => index < over)
      const id = randomUUID()
      tickets.set(id, { wanted, until: now() + goodForMs })
      return id
    },
    find(id: string): Wanted | undefined {
      drop((until) => until <= now())
      return tickets.get(id)?.wanted
    },
  }
}
