/** What time it is, and being called later; tests bring one that runs faster. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Returns how not to be called. */
  after(ms: number, act: () => void): () => void
}

const longestMs = 2 ** 31 - 1

export const realClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, Math.min(ms, longestMs))
    return () => clearTimeout(timer)
  },
}
