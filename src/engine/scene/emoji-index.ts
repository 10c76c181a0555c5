import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { emojiStopWords } from './words/emoji-stop-words.ts'

type Named = { icon: string; kind: string }

const kinds: Record<string, string> = {
  'Animals & Nature': 'animal',
  'Food & Drink': 'food',
  Objects: 'object',
  Activities: 'object',
  'Travel & Places': 'building',
}
const trustsKeywords = new Set(['animal', 'food'])
const symbols =
  /oclock|-thirty|moon|globe|sun-|cloud|medal|-suit|button|arrow|banknote|chart|yen|-face|nose|paw-|reminder|locked|mailbox|speaker|card|map-of|cityscape|sign|envelope/

let index: Map<string, Named> | null = null

function load(): Map<string, Named> {
  const { resolve } = createRequire(import.meta.url)
  const read = <T>(file: string) => JSON.parse(readFileSync(resolve(file), 'utf8')) as T
  const names = read<Record<string, string[]>>('emojilib')
  const icons = read<Record<string, string>>('@iconify-json/noto/chars.json')
  const { categories } = read<{ categories: Record<string, string[]> }>(
    '@iconify-json/noto/metadata.json',
  )
  const kindOf = new Map(
    Object.entries(categories).flatMap(([category, list]) =>
      list.map((icon): [string, string | undefined] => [icon, kinds[category]]),
    ),
  )
  const uses = new Map<string, number>()
  for (const name of Object.values(names).flat()) uses.set(name, (uses.get(name) ?? 0) + 1)

  const made = new Map<string, Named>()
  for (const [emoji, [name = '', ...keywords]] of Object.entries(names)) {
    const icon = icons[codePoints(emoji)]
    const kind = icon === undefined ? undefined : kindOf.get(icon)
    if (icon === undefined || !kind || symbols.test(icon)) continue
    made.set(emoji.replaceAll('\ufe0f', ''), { icon, kind })
    const own = trustsKeywords.has(kind)
      ? keywords.slice(0, 2).filter((word) => uses.get(word) === 1)
      : []
    for (const word of [name, ...own]) {
      const phrase = word.replaceAll(/[_-]/g, ' ').toLowerCase()
      if (!emojiStopWords.has(phrase) && !made.has(phrase)) made.set(phrase, { icon, kind })
    }
  }
  return made
}

function codePoints(emoji: string): string {
  return [...emoji]
    .map((char) => char.codePointAt(0)!.toString(16))
    .filter((code) => code !== 'fe0f')
    .join('-')
}

/** A thing by the main name of its emoji, a keyword that only it has, or the emoji itself. */
export function emojiNamed(phrase: string): Named | null {
  index ??= load()
  return index.get(phrase.replaceAll('\ufe0f', '')) ?? null
}
