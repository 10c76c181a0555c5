/** Labels connected cells that pass; returns the label of each (0 none) and the sizes by label. */
function label(passes: (p: number) => boolean, width: number, height: number) {
  const labels = new Int32Array(width * height)
  const sizes = [0]
  for (let start = 0; start < labels.length; start++) {
    if (labels[start] || !passes(start)) continue
    const own = sizes.length
    const queue = [start]
    labels[start] = own
    for (let head = 0; head < queue.length; head++) {
      const p = queue[head]!
      const x = p % width
      for (const q of [p - width, p + width, x > 0 ? p - 1 : -1, x < width - 1 ? p + 1 : -1]) {
        if (q < 0 || q >= labels.length || labels[q] || !passes(q)) continue
        labels[q] = own
        queue.push(q)
      }
    }
    sizes.push(queue.length)
  }
  return { labels, sizes }
}

/** Drops specks beside the largest body and fills small holes in it. */
export function keepBodies(plane: Float32Array, width: number, height: number): Float32Array {
  const solid = label((p) => plane[p]! >= 0.5, width, height)
  const largest = Math.max(1, ...solid.sizes)
  const open = label((p) => plane[p]! < 0.5, width, height)
  return plane.map((v, p) => {
    const own = solid.labels[p]!
    if (own) return solid.sizes[own]! >= largest * 0.22 ? v : 0
    const hole = open.sizes[open.labels[p]!]!
    if (hole < largest * 0.45) return Math.max(v, 0.9)
    return v
  })
}
