import { asked, findHits } from '../scene/hits.ts'
import { quotedText } from '../scene/quoted-text.ts'
import { readTokens } from '../scene/tokens.ts'

/** What an edit's words ask for themselves: everything else stays as the source has it. */
export type AskedEdit = {
  time: boolean
  weather: boolean
  season: boolean
  palette: boolean
  style: boolean
  place: boolean
  subject: boolean
  camera: boolean
}

const facets = {
  time: ['time'],
  weather: ['weather'],
  season: ['season'],
  palette: ['palette', 'colour', 'saturation', 'warmth', 'exposure'],
  style: ['style'],
  place: ['family'],
  subject: ['subject'],
  camera: ['camera'],
} as const

/** Reads which sides of the picture a prompt speaks of. */
export function askedEdit(prompt: string): AskedEdit {
  const hits = findHits(readTokens(quotedText(prompt).rest))
  const speaks = (names: readonly string[]) => names.some((name) => asked(hits, name).length > 0)
  return {
    time: speaks(facets.time),
    weather: speaks(facets.weather),
    season: speaks(facets.season),
    palette: speaks(facets.palette),
    style: speaks(facets.style),
    place: speaks(facets.place),
    subject: speaks(facets.subject),
    camera: speaks(facets.camera),
  }
}
