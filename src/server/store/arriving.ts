export type Arriving = ReturnType<typeof createArriving>

/** Hashes whose files are in place while their rows are still to come: nobody removes those. */
export function createArriving() {
  const counts = new Map<string, number>()
  return {
    begin(sha256: string) {
      counts.set(sha256, (counts.get(sha256) ?? 0) + 1)
    },
    end(sha256: string) {
      const left = (counts.get(sha256) ?? 0) - 1
      if (left > 0) counts.set(sha256, left)
      else counts.delete(sha256)
    },
    has: (sha256: string) => counts.has(sha256),
  }
}
