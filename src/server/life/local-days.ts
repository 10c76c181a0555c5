/** One calendar day where the server stands: from one instant up to another. */
export type LocalDay = { day: string; from: string; to: string }

const two = (value: number) => String(value).padStart(2, '0')

function midnight(now: Date, daysAgo: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo)
}

/** The day of an instant. */
export function dayOf(instant: Date, daysAgo = 0): LocalDay {
  const from = midnight(instant, daysAgo)
  const day = `${from.getFullYear()}-${two(from.getMonth() + 1)}-${two(from.getDate())}`
  return { day, from: from.toISOString(), to: midnight(instant, daysAgo - 1).toISOString() }
}

/** The last `count` days, the oldest first, today last. */
export const localDays = (count: number, now: Date): LocalDay[] =>
  Array.from({ length: count }, (_, index) => dayOf(now, count - 1 - index))

export const startOfToday = (now: Date) => midnight(now, 0).toISOString()
