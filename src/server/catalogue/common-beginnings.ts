import { matchOf, readTerms } from './read-terms.ts'

/** Expressions of FTS5 for all beginnings of words that stand in a good share of prompts. */
export function commonBeginnings(prompts: readonly string[], leastShare: number): string[] {
  const counts = new Map<string, number>()
  for (const prompt of prompts) {
    const beginnings = new Set<string>()
    for (const word of new Set(prompt.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u))) {
      const letters = [...word]
      for (let end = 1; end <= letters.length; end++) {
        beginnings.add(letters.slice(0, end).join(''))
      }
    }
    for (const each of beginnings) counts.set(each, (counts.get(each) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count >= leastShare * prompts.length)
    .toSorted((a, b) => b[1] - a[1])
    .flatMap(([beginning]) => readTerms(beginning).map(matchOf))
}
