import { namePlaces } from '#contract/take-away.ts'

export type NamePlace = (typeof namePlaces)[number]

const words: Record<NamePlace, string> = {
  date: 'Date',
  time: 'Time',
  type: 'Kind',
  model: 'Model',
  words: 'Words',
  id: 'Id',
  n: 'Number',
  stars: 'Stars',
}

export const placeWords = (place: NamePlace) => words[place]

/** What each part could come to. */
const example: Record<NamePlace, string> = {
  date: '2026-11-27',
  time: '16-20-05',
  type: 'video',
  model: 'ray-3.2',
  words: 'red-fox-in-the-snow',
  id: '3f9c1a2b',
  n: '1',
  stars: '4',
}

/** A name as the template makes it, of an example; the server writes the real ones. */
export const nameExample = (template: string, ending = 'mp4') =>
  `${template.replaceAll(/\{(\w+)\}/g, (all, place) => example[place as NamePlace] ?? all)}.${ending}`

/** Why a template cannot be used; `null` when it can. */
export function templateProblem(template: string): string | null {
  if (!template.trim()) return 'A name needs at least one part.'
  if (template.length > 200) return 'A name has up to 200 characters.'
  const unknown = [...template.matchAll(/\{(\w*)\}/g)].find(
    ([, place]) => !namePlaces.includes(place as NamePlace),
  )
  return unknown ? `There is no part ${unknown[0]}.` : null
}
