/** The last of the first `count` ascending numbers that is at most `wanted`; 0 when none is. */
export function lastAtMost(
  ascending: Uint32Array | Float64Array,
  count: number,
  wanted: number,
): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (ascending[middle]! <= wanted) low = middle
    else high = middle - 1
  }
  return low
}
