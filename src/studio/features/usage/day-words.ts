const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const long = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `22 Nov` of `2026-11-22`. */
export const dayWords = (day: string) => short.format(new Date(day))

/** `Sun, 22 Nov 2026`. */
export const fullDayWords = (day: string) => long.format(new Date(day))

/** `September 2026` of `2026-09`. */
export const monthWords = (day: string) => month.format(new Date(`${day}-01`))
