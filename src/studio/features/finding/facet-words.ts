import type { FacetName } from '#contract/find.ts'
import { kindWords } from '../../lib/kind-words.ts'
import { stateWords } from '../../lib/state-words.ts'

/** What a person can narrow by, in the order of the panel. A set is reached from its tile. */
export const facetTitles: Record<Exclude<FacetName, 'set'>, string> = {
  type: 'Type',
  model: 'Model',
  ratio: 'Shape',
  resolution: 'Resolution',
  state: 'State',
  failure: 'Failure',
  stars: 'Stars',
  review: 'Decision',
  favourite: 'Favourite',
  tag: 'Tag',
  board: 'Board',
  day: 'Day',
  children: 'Children',
  hdr: 'HDR',
  world: 'Made by',
}

export const panelFacets = Object.keys(facetTitles) as (keyof typeof facetTitles)[]

const failures: Record<string, string> = {
  content_moderated: 'Refused by moderation',
  generation_failed: 'Generation failed',
  budget_exhausted: 'Out of credit',
  output_not_found: 'No output found',
  image_too_large: 'Picture too large',
  unsupported_format: 'Unsupported format',
  corrupt_input: 'Damaged input',
  invalid_request: 'Invalid request',
  rate_limited: 'Too many requests',
  withdrawn: 'Taken back',
}

const words: Partial<Record<FacetName, Record<string, string>>> = {
  failure: failures,
  review: { pick: 'Picked', reject: 'Rejected', review: 'Look again', none: 'Undecided' },
  favourite: { yes: 'Favourites', no: 'Not favourites' },
  children: { yes: 'With children', no: 'Without children' },
  hdr: { yes: 'HDR', no: 'SDR' },
  world: { local: 'Local engine', luma: 'Luma' },
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

function dayWords(day: string) {
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? day : dayFormat.format(at)
}

const starWords = (stars: string) =>
  stars === '0' ? 'No stars' : `${stars} ${stars === '1' ? 'star' : 'stars'}`

/** A value as a person says it; `label` is what the server calls it. */
export function valueWords(name: FacetName, value: string, label = value): string {
  if (name === 'type') return kindWords(value)
  if (name === 'state') return stateWords(value)
  if (name === 'stars') return starWords(value)
  if (name === 'day') return dayWords(value)
  if (name === 'set') return 'One set'
  return words[name]?.[value] ?? label
}
