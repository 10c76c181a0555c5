const buckets = 65_536

/**
 * Seqs by a column, the least or the most first; those alike stay as they are. Counts instead of
 * comparing, so that a million take a few milliseconds.
 */
export function inOrder(
  seqs: Uint32Array,
  column: Uint8Array | Uint32Array,
  first: 'least' | 'most',
): Uint32Array {
  let most = 0
  for (let at = 0; at < seqs.length; at++)
    most = Math.max(most, column[seqs[at] as number] as number)
  let from = seqs
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += 16) {
    const starts = new Uint32Array(buckets)
    const bucketOf = (seq: number) => {
      const bucket = ((column[seq] as number) >>> shift) & (buckets - 1)
      return first === 'least' ? bucket : buckets - 1 - bucket
    }
    for (let at = 0; at < from.length; at++) starts[bucketOf(from[at] as number)]!++
    let start = 0
    for (let bucket = 0; bucket < buckets; bucket++) {
      const count = starts[bucket] as number
      starts[bucket] = start
      start += count
    }
    const to = new Uint32Array(from.length)
    for (let at = 0; at < from.length; at++) {
      const seq = from[at] as number
      to[starts[bucketOf(seq)]!++] = seq
    }
    from = to
  }
  return from
}
