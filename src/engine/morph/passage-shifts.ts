import type { Size } from '#contract/size.ts'
import { cellPx, meshOf, sampled } from './mesh.ts'
import type { Passage } from './morph-plan.ts'

export type Drawn = { first: Float32Array; second: Float32Array; share: Float32Array }

const smooth = (t: number) => {
  const u = Math.min(1, Math.max(0, t))
  return u * u * (3 - 2 * u)
}

/** Part of a width over which a picture gives way to the other one beyond its own edge. */
const fringe = 0.012

/** How far a place lies outside a picture, in parts of the fringe; 0 inside. */
function outside(x: number, y: number, { width, height }: Size): number {
  const over = Math.max(-x, -y, x - (width - 1), y - (height - 1), 0)
  return smooth(over / (fringe * width))
}

/**
 * How two like pictures are drawn at `u` = 0…1 of the way: what stood at p - m/2 and will stand at
 * p + m/2 is shown on the line between, from both; where one does not reach, the other one.
 */
export function movedPassage(motion: Float32Array, u: number, size: Size): Drawn {
  const { columns, rows, nodes } = meshOf(size)
  const [mx, my] = [motion.subarray(0, nodes), motion.subarray(nodes)]
  const first = new Float32Array(nodes * 2)
  const second = new Float32Array(nodes * 2)
  const share = new Float32Array(nodes)
  const mixed = smooth(u)
  const off = (u - 0.5) / cellPx
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const at = j * columns + i
      let [x, y] = [mx[at]!, my[at]!]
      for (let turn = 0; turn < 4; turn++) {
        const [p, q] = [i - off * x, j - off * y]
        x = sampled(mx, columns, rows, p, q)
        y = sampled(my, columns, rows, p, q)
      }
      const [ax, ay, bx, by] = [-u * x, -u * y, (1 - u) * x, (1 - u) * y]
      first[at] = ax
      first[nodes + at] = ay
      second[at] = bx
      second[nodes + at] = by
      const [px, py] = [i * cellPx, j * cellPx]
      const ofFirst = (1 - mixed) * (1.0001 - outside(px + ax, py + ay, size))
      const ofSecond = mixed * (1.0001 - outside(px + bx, py + by, size))
      share[at] = ofSecond / (ofFirst + ofSecond)
    }
  }
  return { first, second, share }
}

/** Part of a passage, at each end, in which a dissolve shows one picture alone. */
const alone = 0.06
/** By how much of a dissolve light comes early and goes late. */
const lean = 0.12

const softened = (t: number) => 0.4 * Math.min(1, Math.max(0, t)) + 0.6 * smooth(t)

/** Shares of the second picture in a dissolve at `t` = 0…1; light leads. */
export function dissolveShares({ lead }: Pick<Passage, 'lead'>, t: number): Float32Array {
  const u = (t - alone) / (1 - 2 * alone)
  return lead.map((l) => softened(u * (1 + 2 * lean) - lean + lean * l))
}
