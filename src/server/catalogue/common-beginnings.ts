import { matchOf, readTerms } from './read-terms.ts'

/** A word as somebody would ask for it while typing it, and in the end for it alone. */
function asksFor(word: string): string[] {
  const letters = [...word]
  return [`"${word}"`, ...letters.map((_, end) => letters.slice(0, end + 1).join(''))]
}

/** Expressions of FTS5 for words, and beginnings of words, that stand in a good share of prompts. */
export function commonBeginnings(prompts: readonly string[], leastShare: number): string[] {
  const counts = new Map<string, number>()
  for (const prompt of prompts) {
    const words = prompt.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u)
    for (const ask of new Set(words.filter(Boolean).flatMap(asksFor))) {
      counts.set(ask, (counts.get(ask) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count >= leastShare * prompts.length)
    .toSorted((a, b) => b[1] - a[1])
    .flatMap(([ask]) => readTerms(ask).map(matchOf))
}
