/** One calendar day where the server stands: from one instant up to another. */
export type LocalDay = { day: string; from: string; to: string }

const two = (value: number) => String(value).padStart(2, '0')

function midnight(now: Date, daysAgo: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo)
}

/** The last `count` days, the oldest first, today last. */
export function localDays(count: number, now: Date): LocalDay[] {
  return Array.from({ length: count }, (_, index) => {
    const from = midnight(now, count - 1 - index)
    const to = midnight(now, count - 2 - index)
    const day = `${from.getFullYear()}-${two(from.getMonth() + 1)}-${two(from.getDate())}`
    return { day, from: from.toISOString(), to: to.toISOString() }
  })
}

export const startOfToday = (now: Date) => midnight(now, 0).toISOString()
