import type { Chance } from './seed-chance.ts'

const dayMs = 24 * 60 * 60 * 1000

/**
 * When `count` submissions were made, in order: over two years up to yesterday, some days busy and
 * some idle, by day and not by night; or all of them yesterday.
 */
export function spreadTimes(chance: Chance, count: number, isOneDay: boolean): Float64Array {
  const now = new Date()
  const midnight = (daysAgo: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo).getTime()
  const times = new Float64Array(count)
  if (isOneDay) {
    for (let at = 0; at < count; at++) times[at] = midnight(1) + chance.unit() * dayMs * 0.95
    return times.toSorted()
  }
  const days = Array.from({ length: 730 }, (_, index) => ({
    start: midnight(730 - index),
    weight: chance.is(0.2) ? 0 : chance.unit() ** 2 + 0.02,
  }))
  const whole = days.reduce((sum, { weight }) => sum + weight, 0)
  let reached = 0
  let at = 0
  for (const { start, weight } of days) {
    reached += weight
    const upTo = Math.round((count * reached) / whole)
    for (; at < upTo; at++) times[at] = start + dayMs * (0.35 + 0.6 * chance.unit())
  }
  for (; at < count; at++) times[at] = midnight(1) + dayMs * (0.35 + 0.6 * chance.unit())
  return times.toSorted()
}
