import type { Alternative } from './alternatives.ts'

export type SnippetPiece = { text: string; isChosen: boolean }

const around = 14
const after = 8

const endOf = (text: string) => {
  if (text.length <= around) return text
  const cut = text.slice(-around)
  const space = cut.indexOf(' ')
  return `…${space < 0 ? cut : cut.slice(space)}`
}

const startOfText = (text: string, length = around) => {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `${space < 0 ? cut : cut.slice(0, space + 1)}…`
}

const between = (text: string) =>
  text.length <= 2 * around ? text : startOfText(text) + endOf(text).slice(1)

/** The words that were chosen, with just so much around them that one sees where they stand. */
export function snippetOf({ text, spans }: Alternative): SnippetPiece[] {
  const pieces: SnippetPiece[] = []
  let at = 0
  for (const [index, { start, end }] of spans.entries()) {
    const before = text.slice(at, start)
    pieces.push({ text: index === 0 ? endOf(before) : between(before), isChosen: false })
    pieces.push({ text: text.slice(start, end) || '–', isChosen: true })
    at = end
  }
  pieces.push({ text: startOfText(text.slice(at), after), isChosen: false })
  return pieces.filter((piece) => piece.text !== '')
}
