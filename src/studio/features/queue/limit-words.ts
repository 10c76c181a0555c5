import type { World } from '#contract/generation.ts'
import type { Queue } from '#contract/queue.ts'
import { formatElapsed } from '../../lib/format-elapsed.ts'

type Limits = Queue['limits']

const whoOf = (world: World) => (world === 'luma' ? 'Luma' : 'Local engine')

function minuteWords({ per_minute: minute }: Limits, now: number): string | null {
  if (!minute) return null
  const leftMs = Date.parse(minute.resets_at) - now
  if (leftMs <= 0) return `${minute.limit} a minute`
  const used = minute.limit - minute.remaining
  return `${used} of ${minute.limit} this minute, again in ${formatElapsed(leftMs)}`
}

/** What is known of the upstream's limits, in one line. This machine's own are out of reach. */
export function limitWords(limits: Limits, world: World, now: number): string {
  const { active, at_once } = limits
  const together = at_once ? `${active} of ${at_once.limit} at once` : `${active} under way`
  const minute = world === 'luma' ? minuteWords(limits, now) : null
  return `${whoOf(world)}: ${[minute, together].filter(Boolean).join(' · ')}`
}

/** Why nothing is sent at the moment, and for how long; `null` when something may go. */
export function pauseWords(limits: Limits, now: number): string | null {
  if (!limits.waits_until) return null
  const leftMs = Date.parse(limits.waits_until) - now
  if (leftMs <= 0) return null
  const left = formatElapsed(leftMs)
  const { waits_for: why } = limits
  return why ? `${why} At the latest in ${left}.` : `The next one goes in ${left} at the latest.`
}
