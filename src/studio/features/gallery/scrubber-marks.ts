import type { WallList } from '#contract/wall.ts'
import type { WallLayout } from './layout/wall-layout.ts'

export type Section = WallList['sections'][number]

/** The first place of each section, and at the end the number of places. */
export function sectionStarts(sections: readonly Section[], heads: number): number[] {
  const starts = [0]
  let place = heads
  for (const { count } of sections) starts.push((place += count))
  return starts
}

/** The section of a place; -1 where there are none. */
export function sectionAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= place) low = middle
    else high = middle - 1
  }
  return high < 0 ? -1 : low
}

export type Mark = { label: string; share: number; isYear: boolean }

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const date = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

const instantOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** `22 Nov 2026` */
export const dayWords = (day: string) => date.format(instantOf(day))

type Track = { layout: WallLayout; starts: readonly number[]; trackPx: number; apartPx: number }

/** Months and years along the track where they begin, as many as can be read. */
export function scrubberMarks(sections: readonly Section[], track: Track): Mark[] {
  const { layout, starts, trackPx, apartPx } = track
  const all: Mark[] = []
  let before = ''
  for (const [index, { day }] of sections.entries()) {
    const label = day.slice(0, 7)
    if (label === before) continue
    const isYear = label.slice(0, 4) !== before.slice(0, 4)
    before = label
    const top = layout.topOf(layout.rowOf(starts[index]!))
    const words = isYear ? label.slice(0, 4) : month.format(instantOf(day))
    all.push({ label: words, share: layout.height > 0 ? top / layout.height : 0, isYear })
  }
  const years = spaced(
    all.filter(({ isYear }) => isYear),
    [],
    apartPx / trackPx,
  )
  return spaced(all, years, apartPx / trackPx)
}

/** `kept` and what of `marks` is far enough from all others. */
function spaced(marks: readonly Mark[], kept: readonly Mark[], apart: number): Mark[] {
  const taken: Mark[] = [...kept]
  for (const mark of marks) {
    if (taken.every((other) => Math.abs(other.share - mark.share) >= apart)) taken.push(mark)
  }
  return taken.toSorted((a, b) => a.share - b.share)
}
