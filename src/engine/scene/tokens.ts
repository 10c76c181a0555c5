export type Token = {
  word: string
  /** The word, then its singular when it looks like a plural. */
  forms: readonly string[]
  /** Counts up at every comma, full stop or line end. */
  clause: number
  negated: boolean
}

const irregular: Record<string, string> = {
  children: 'child',
  men: 'man',
  women: 'woman',
  wolves: 'wolf',
  leaves: 'leaf',
  geese: 'goose',
  mice: 'mouse',
  knives: 'knife',
  loaves: 'loaf',
  shelves: 'shelf',
  bookshelves: 'bookshelf',
  horses: 'horse',
  houses: 'house',
  roses: 'rose',
  vases: 'vase',
  cities: 'city',
  oxen: 'ox',
  cacti: 'cactus',
  octopi: 'octopus',
  elves: 'elf',
  taxis: 'taxi',
  dice: 'die',
  fishermen: 'fisherman',
  policemen: 'policeman',
}

const negators = new Set(['no', 'not', 'without', 'never', 'minus', 'excluding', 'nor'])
const endsNegation = new Set(
  'in on at with under over by near but while beneath during across through behind above below only just'.split(
    ' ',
  ),
)
const negationReach = 4

function singular(word: string): string | null {
  if (Object.hasOwn(irregular, word)) return irregular[word]!
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|as)$/.test(word)) return null
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|zz|o)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

function markNegated(tokens: Token[]): void {
  for (const [at, { word, clause }] of tokens.entries()) {
    const freeOf = word === 'free' && tokens[at + 1]?.word === 'of'
    if (!negators.has(word) && !freeOf) continue
    for (let next = at + 1; next <= at + negationReach; next++) {
      const token = tokens[next]
      if (!token || token.clause !== clause || endsNegation.has(token.word)) break
      token.negated = true
    }
  }
}

/**
 * Lower-case words in the order they were said; hyphens part words, possessives are dropped, and
 * an emoji is a word of its own.
 */
export function readTokens(prompt: string): Token[] {
  const text = prompt
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/'s\b/g, '')
    .replace(/(\p{L})'(?=\p{L})/gu, '$1')
  const pattern =
    /b&w|(\p{Extended_Pictographic}(?:\ufe0f|\p{EMod}|\u200d\p{Extended_Pictographic})*)|[\p{L}\p{N}\p{M}]+|([,.;:!?\n()[\]|/—–]+)/gu
  const tokens: Token[] = []
  let clause = 0
  for (const [word, , mark] of text.matchAll(pattern)) {
    if (mark !== undefined) {
      clause++
      continue
    }
    const one = singular(word)
    tokens.push({ word, forms: one ? [word, one] : [word], clause, negated: false })
  }
  markNegated(tokens)
  return tokens
}
