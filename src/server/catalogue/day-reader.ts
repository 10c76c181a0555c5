import { dayOf } from '../life/local-days.ts'

/** Days of instants; neighbours are mostly of one day, so that calendars are seldom asked. */
export function createDayReader() {
  let from = 0
  let to = 0
  let day = ''
  return (instant: string): string => {
    const at = Date.parse(instant)
    if (at >= from && at < to) return day
    const { day: name, from: first, to: next } = dayOf(new Date(at))
    day = name
    from = Date.parse(first)
    to = Date.parse(next)
    return day
  }
}
