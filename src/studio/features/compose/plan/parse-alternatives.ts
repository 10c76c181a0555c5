/** A piece of a prompt: words as they are sent, or one of several. */
export type Piece = { text: string } | { options: readonly Sequence[]; count: number }
/** `count`: how many texts it can become; `Infinity` when that is beyond numbers. */
export type Sequence = { pieces: readonly Piece[]; count: number }

export type Template = Sequence & {
  /** The outermost groups as they are written. */
  groups: readonly string[]
  /** Braces that open or close nothing; they are words. */
  stray: readonly string[]
  /** Whether a backslash keeps a sign out of the grammar. */
  hasEscapes: boolean
}

type Open = { start: number; options: Piece[][]; pieces: Piece[] }

const signs = '{|}'
const jsonKey = /"\s*:/

const sequence = (pieces: readonly Piece[]): Sequence => ({
  pieces,
  count: pieces.reduce((count, piece) => count * ('text' in piece ? 1 : piece.count), 1),
})

const edge = {
  start: (pieces: readonly Piece[] | undefined) => {
    const piece = pieces?.[0]
    return piece && 'text' in piece ? (/^\s*/.exec(piece.text)?.[0] ?? '') : ''
  },
  end: (pieces: readonly Piece[] | undefined) => {
    const piece = pieces?.at(-1)
    return piece && 'text' in piece ? (/\s*$/.exec(piece.text)?.[0] ?? '') : ''
  },
}

/** Space on both sides of a sign is for reading, and so is a line break; on one side it is meant. */
const isForReading = (one: string, other: string) =>
  (one !== '' && other !== '') || /\n/.test(one + other)

function oneOf(options: readonly Piece[][]): Piece {
  const outside = isForReading(edge.start(options[0]), edge.end(options.at(-1)))
  const bars = options
    .slice(1)
    .map((option, index) => isForReading(edge.end(options[index]), edge.start(option)))
  const sequences = options.map((pieces, index) => {
    const start = bars[index - 1] ?? outside
    return sequence(trimmed(pieces, start, bars[index] ?? outside))
  })
  return { options: sequences, count: sequences.reduce((sum, { count }) => sum + count, 0) }
}

function trimmed(pieces: readonly Piece[], start = true, end = true): Piece[] {
  const kept = pieces.map((piece, index) => {
    if (!('text' in piece)) return piece
    const left = start && index === 0 ? piece.text.trimStart() : piece.text
    return { text: end && index === pieces.length - 1 ? left.trimEnd() : left }
  })
  return kept.filter((piece) => !('text' in piece) || piece.text !== '')
}

function say(pieces: Piece[], text: string) {
  const last = pieces.at(-1)
  if (last && 'text' in last) pieces[pieces.length - 1] = { text: last.text + text }
  else pieces.push({ text })
}

function append(pieces: Piece[], more: readonly Piece[]) {
  for (const piece of more) {
    if ('text' in piece) say(pieces, piece.text)
    else pieces.push(piece)
  }
}

/** One option per line, when a group has lines and no bar. JSON is no list. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    if (!('text' in piece)) {
      lines.at(-1)?.push(piece)
      continue
    }
    if (jsonKey.test(piece.text)) return []
    const [first = '', ...rest] = piece.text.split('\n')
    lines.at(-1)?.push({ text: first })
    for (const line of rest) lines.push([{ text: line }])
  }
  return lines.map((line) => trimmed(line)).filter((line) => line.length > 0)
}

/** `null`: it offers no choice. */
function choiceOf({ options, pieces }: Open): Piece | null {
  if (options.length) return oneOf([...options, pieces])
  const lines = linesOf(pieces)
  return lines.length > 1 ? oneOf(lines) : null
}

/** A group that nobody closed is words again. */
function unclosed({ options, pieces }: Open): readonly Piece[] {
  return [{ text: '{' }, ...options.flatMap((option) => [...option, { text: '|' }]), ...pieces]
}

/**
 * Reads `{dawn|noon}` in a prompt: several, nested, or with one option per line. A backslash makes
 * `{`, `|` or `}` a word; a group without a choice and a brace without its other half are words.
 */
export function parseAlternatives(prompt: string): Template {
  const root: Open = { start: 0, options: [], pieces: [] }
  const open: Open[] = [root]
  const stray: string[] = []
  const found: { start: number; end: number }[] = []
  let hasEscapes = false
  const top = () => open.at(-1) ?? root

  for (let at = 0; at < prompt.length; at += 1) {
    const sign = prompt.charAt(at)
    const next = prompt.charAt(at + 1)
    if (sign === '\\' && next && signs.includes(next)) {
      hasEscapes = true
      say(top().pieces, next)
      at += 1
    } else if (sign === '{') {
      open.push({ start: at, options: [], pieces: [] })
    } else if (sign === '|' && open.length > 1) {
      const group = top()
      group.options.push(group.pieces)
      group.pieces = []
    } else if (sign === '}' && open.length > 1) {
      const group = top()
      open.pop()
      const choice = choiceOf(group)
      if (choice) {
        while ((found.at(-1)?.start ?? -1) > group.start) found.pop()
        found.push({ start: group.start, end: at + 1 })
      }
      append(top().pieces, choice ? [choice] : [{ text: '{' }, ...group.pieces, { text: '}' }])
    } else {
      if (sign === '}') stray.push(sign)
      say(top().pieces, sign)
    }
  }
  while (open.length > 1) {
    const group = top()
    open.pop()
    stray.push('{')
    append(top().pieces, unclosed(group))
  }
  const groups = found.map(({ start, end }) => prompt.slice(start, end))
  return { ...sequence(root.pieces), groups, stray, hasEscapes }
}
