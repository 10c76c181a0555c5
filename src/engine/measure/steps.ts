/** Mean absolute difference of two planes of bytes. */
export function meanStep(a: Uint8Array, b: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0))
  return sum / a.length
}

/** How pictures of a closed sequence follow each other: the seam (last to first) and the others' median. */
export function stepsRound<T>(pictures: readonly T[], measure: (a: T, b: T) => number) {
  const steps = pictures.slice(1).map((next, i) => measure(pictures[i] as T, next))
  const median = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0
  const first = pictures[0] as T
  return { seam: measure(pictures.at(-1) ?? first, first), median }
}
