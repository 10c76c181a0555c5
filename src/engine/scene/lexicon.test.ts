import { expect, test } from 'vitest'

import { lexicon, type Branch, type Effect } from './lexicon.ts'
import { notoIconBody } from './noto-icons.ts'
import { cameraMoves, families, seasons, styles, timesOfDay, weathers } from './scene-spec.ts'
import { subjectKind } from './subject-kinds.ts'
import { namedPalettes } from './words/palette-words.ts'

function every(branch: Branch): Effect[] {
  return [...(branch.effects ?? []), ...[...branch.next.values()].flatMap(every)]
}
const effects = every(lexicon)

const closed: Record<string, readonly string[]> = {
  family: families,
  time: timesOfDay,
  weather: weathers,
  season: seasons,
  style: styles,
  camera: [...cameraMoves, 'pan', 'tilt', 'orbit'],
  palette: Object.keys(namedPalettes).map((name) => name.toLowerCase().replaceAll(' ', '-')),
  motion: ['flies', 'floats'],
}
const numeric = [
  'speed',
  'framing',
  'density',
  'saturation',
  'exposure',
  'warmth',
  'elevation',
  'hardness',
  'count',
  'scale',
]

test('every word in the tables asks for something the scene spec can say', () => {
  for (const { facet, value } of effects) {
    if (closed[facet]) expect(closed[facet], `${facet}=${value}`).toContain(value)
    if (numeric.includes(facet)) expect(Number(value), `${facet}=${value}`).not.toBeNaN()
    if (facet === 'colour') expect(value).toMatch(/^#[0-9a-f]{6}$/)
    if (facet === 'material') expect(value).toMatch(/^(#[0-9a-f]{6}){2}$/)
  }
})

test('every subject word has a kind and an icon that Noto draws', async () => {
  const subjects = effects.filter(({ facet }) => facet === 'subject')
  expect(subjects.length).toBeGreaterThan(700)
  for (const { value } of subjects) {
    const [kind = '', icon = ''] = value.split('/')
    expect(() => subjectKind(kind)).not.toThrow()
    await expect(notoIconBody(icon), icon).resolves.toContain('<')
  }
})
