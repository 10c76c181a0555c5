import type { Hit } from './hits.ts'
import { companionWords, stopWords } from './stop-words.ts'
import type { Token } from './tokens.ts'

/** Content words that no used phrase covers anywhere, each once, in the order they were said. */
export function notUnderstood(tokens: readonly Token[], hits: readonly Hit[]): string[] {
  const covered = new Set<number>()
  for (const { used, start, length } of hits) {
    if (used) for (let at = start; at < start + length; at++) covered.add(at)
  }
  const understood = new Set([...covered].map((at) => tokens[at]!.word))
  const left = new Set<string>()
  for (const [at, { word }] of tokens.entries()) {
    if (understood.has(word) || stopWords.has(word)) continue
    const beside = covered.has(at - 1) || covered.has(at + 1)
    if (!(beside && companionWords.has(word))) left.add(word)
  }
  return [...left]
}
