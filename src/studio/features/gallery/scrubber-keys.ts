import { type Section, sectionAt } from './scrubber-marks.ts'

type Where = {
  place: number
  starts: readonly number[]
  sections: readonly Section[]
  total: number
}

const share = 0.01

/** Where a key goes: a day with the arrows, a month with the pages; a share where there are none. */
export function keyTarget(key: string, { place, starts, sections, total }: Where): number | null {
  if (key === 'Home') return 0
  if (key === 'End') return total - 1
  const by = { ArrowDown: 1, ArrowRight: 1, PageDown: 1, ArrowUp: -1, ArrowLeft: -1, PageUp: -1 }[
    key
  ]
  if (by === undefined) return null
  const isPage = key.startsWith('Page')
  const at = sectionAt(starts, place)
  if (at < 0) return place + by * Math.max(1, Math.round(total * share * (isPage ? 10 : 1)))
  if (!isPage) return starts[Math.max(0, Math.min(sections.length - 1, at + by))]!
  const monthOf = (index: number) => sections[index]?.day.slice(0, 7)
  let to = at
  while (monthOf(to) === monthOf(at)) to += by
  if (to < 0) return 0
  if (to >= sections.length) return total - 1
  if (by > 0) return starts[to]!
  return starts[sections.findIndex((_, index) => monthOf(index) === monthOf(to))]!
}
