const speckShare = 0.022

/**
 * Clears stars, sparkles and dots that float beside the figure: islands of less than 2.2 % of what
 * is drawn.
 * @param rgba straight alpha, changed in place
 */
export function dropSpecks(rgba: Uint8Array, width: number, height: number): void {
  const island = new Int32Array(width * height)
  const stack = new Int32Array(width * height)
  const sizes = [0]
  let drawn = 0
  const push = (at: number, depth: number, label: number) => {
    if (island[at] !== 0 || rgba[at * 4 + 3]! < 8) return depth
    island[at] = label
    stack[depth] = at
    return depth + 1
  }
  for (let start = 0; start < island.length; start++) {
    const label = sizes.length
    let depth = push(start, 0, label)
    if (depth === 0) continue
    let size = 0
    while (depth > 0) {
      const at = stack[--depth]!
      const x = at % width
      size++
      if (x > 0) depth = push(at - 1, depth, label)
      if (x < width - 1) depth = push(at + 1, depth, label)
      if (at >= width) depth = push(at - width, depth, label)
      if (at < island.length - width) depth = push(at + width, depth, label)
    }
    sizes.push(size)
    drawn += size
  }
  if (sizes.length <= 2 || Math.max(...sizes) < drawn / 2) return
  for (let at = 0; at < island.length; at++) {
    if (island[at] !== 0 && sizes[island[at]!]! < drawn * speckShare) rgba[at * 4 + 3] = 0
  }
}
