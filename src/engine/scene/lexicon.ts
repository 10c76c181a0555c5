import { activityWords, amountWords, idleWords, motionWords } from './words/amount-words.ts'
import { cameraWords, framingWords } from './words/camera-words.ts'
import { densityWords, lightWords } from './words/light-words.ts'
import { colourWords, paletteWords } from './words/palette-words.ts'
import { materialWords, placeWords } from './words/place-words.ts'
import { seasonWords } from './words/season-words.ts'
import { styleWords } from './words/style-words.ts'
import { subjectWords } from './words/subject-words.ts'
import { timeWords } from './words/time-words.ts'
import { weatherWords } from './words/weather-words.ts'

/** One thing a phrase does, for instance facet `time`, value `dusk`, weight 1. */
export type Effect = { facet: string; value: string; weight: number }

/** A branch of the phrase tree: the next words, and what the phrase does when it may end here. */
export type Branch = { next: Map<string, Branch>; effects: Effect[] | null }

function readEffects(text: string): Effect[] {
  return text.split(' ').map((part) => {
    const [facet = '', rest = ''] = part.split('=')
    const [value = '', weight = '1'] = rest.split(':')
    return { facet, value, weight: Number(weight) }
  })
}

function plant(root: Branch, phrase: string, effects: Effect[]): void {
  let branch = root
  for (const word of phrase.split(' ')) {
    let next = branch.next.get(word)
    if (!next) branch.next.set(word, (next = { next: new Map(), effects: null }))
    branch = next
  }
  branch.effects = branch.effects ? [...branch.effects, ...effects] : effects
}

function subjectEffects(): [string, string][] {
  return Object.entries(subjectWords).flatMap(([kind, rows]) =>
    rows.split('; ').map((row): [string, string] => {
      const [icon = '', phrases = ''] = row.split(': ')
      return [`subject=${kind}/${icon}`, phrases]
    }),
  )
}

const tables: [string, string][] = [
  ...[
    timeWords,
    weatherWords,
    seasonWords,
    placeWords,
    materialWords,
    cameraWords,
    framingWords,
    styleWords,
    lightWords,
    densityWords,
    paletteWords,
    colourWords,
    amountWords,
    activityWords,
    motionWords,
    idleWords,
  ].flatMap((table) => Object.entries(table)),
  ...subjectEffects(),
]

/** One tree of rows `[effects, phrases]`; a phrase in two rows has both effects. */
export function growLexicon(rows: readonly (readonly [string, string])[]): Branch {
  const root: Branch = { next: new Map(), effects: null }
  for (const [effects, phrases] of rows) {
    for (const phrase of phrases.split(',')) {
      plant(root, phrase.trim().replace(/\s+/g, ' '), readEffects(effects))
    }
  }
  return root
}

/** Every phrase that a prompt may say. */
export const lexicon: Branch = growLexicon(tables)
