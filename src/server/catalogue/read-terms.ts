/** Words in a row, without case; the last may only begin a word when `isOpen`. */
export type Term = { words: readonly string[]; isOpen: boolean; isNot: boolean }

const mostTerms = 16
const piece = /(?<not>-?)(?:"(?<quoted>[^"]*)(?<end>"?)|(?<plain>[^\s"]+))/gu
const word = /[\p{L}\p{M}\p{N}]+/gu
const letter = /[\p{L}\p{N}]/u

const wordsOf = (text: string) =>
  (text.normalize('NFC').toLowerCase().match(word) ?? []).filter((each) => letter.test(each))

/**
 * What somebody typed, term by term: words that may go on, `"words in a row"`, and what is not to
 * be there (`-word`, whole). Signs that are no part of a word only part them.
 */
export function readTerms(q: string): Term[] {
  const terms: Term[] = []
  for (const { groups = {}, index, 0: text } of q.matchAll(piece)) {
    const words = wordsOf(groups.quoted ?? groups.plain ?? '')
    if (!words.length) continue
    const isNot = groups.not === '-' && /^$|\s/.test(q.slice(0, index).slice(-1))
    const isQuoted = groups.quoted !== undefined
    terms.push({ words, isNot, isOpen: isQuoted ? groups.end === '' && !isNot : !isNot })
    if (terms.length === mostTerms || !text) break
  }
  return terms
}

/** A term for FTS5. Only letters, marks and numbers stand in it, so nothing is an operator. */
export const matchOf = ({ words, isOpen }: Term) => `"${words.join(' ')}"${isOpen ? ' *' : ''}`
