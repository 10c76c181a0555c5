import type { Generation } from '#contract/generation.ts'
import { holdWords } from '../../lib/hold-words.ts'

/** Why one that has not left waits, and when it goes. */
export function waitingWords(record: Generation, isNext: boolean, isPaused: boolean, now: number) {
  if (record.held) {
    const { why, next } = holdWords(record, now)
    return { why, when: isPaused && record.held.until ? 'It waits until you send on.' : next }
  }
  if (isPaused) return { why: null, when: 'Waits until you send on.' }
  return { why: null, when: isNext ? 'Goes next.' : 'Waits for its turn.' }
}
