import type { Queue } from '#contract/queue.ts'
import type { Events } from './events.ts'
import type { Limits } from './limits.ts'
import type { Records } from './records.ts'
import type { Store } from '../store/open-store.ts'
import type { GenerationRow } from '../store/tables.ts'
import type { Submitter } from './submitter.ts'
import type { World } from '#contract/generation.ts'

type Parts = {
  store: Pick<Store, 'queue' | 'settings'>
  events: Pick<Events, 'emit'>
  records: Pick<Records, 'shown'>
  submitter: Pick<Submitter, 'setPaused' | 'isPaused' | 'wake'>
  limits: Pick<Limits, 'seen' | 'gate'>
  world: World
}

const most = 500
const mostUnknown = 100

const instant = (ms: number) => new Date(ms).toISOString()

/** What a person sees of what is not over, and decides about its order and when it goes. */
export function createQueue(parts: Parts) {
  const { store, events, records, submitter, limits, world } = parts

  const tell = (rows: readonly GenerationRow[]) => {
    for (const { id, state } of rows) events.emit({ id, state })
  }

  async function limitsSeen(): Promise<Queue['limits']> {
    const { minute, places } = limits.seen()
    const active = await store.queue.underWay(world)
    const gate = limits.gate(active)
    return {
      per_minute: minute && {
        limit: minute.limit,
        remaining: minute.remaining,
        resets_at: instant(minute.resetsAt),
        seen_at: instant(minute.seenAt),
      },
      at_once: places && { limit: places.limit, seen_at: instant(places.seenAt) },
      active,
      waits_until: gate && instant(gate.at),
      waits_for: gate && gate.why,
    }
  }

  async function pause(isPaused: boolean) {
    if (isPaused) submitter.setPaused(true)
    await store.settings.setPaused(isPaused)
    if (!isPaused) submitter.setPaused(false)
    tell(await store.queue.unsettled(world, 1))
  }

  return {
    async read(): Promise<Queue> {
      const rows = [
        ...(await store.queue.unsettled(world, most)),
        ...(await store.queue.unknown(mostUnknown)),
      ]
      return {
        paused: submitter.isPaused(),
        limits: await limitsSeen(),
        data: await records.shown(rows),
        more: Math.max(0, (await store.queue.count()) - rows.length),
      }
    },

    pause: () => pause(true),
    resume: () => pause(false),

    /** What was sent meanwhile, or is not there, is passed over. */
    async order(ids: readonly string[]) {
      tell(await store.queue.reorder(world, ids))
      submitter.wake()
    },
  }
}

export type QueueDesk = ReturnType<typeof createQueue>
