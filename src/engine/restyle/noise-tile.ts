import { hashText } from '../scene/seeded-draw.ts'

export const tileSide = 256

/**
 * A tile of still noise that meets itself at its edges, four numbers 0 … 1 a pixel: fine, middle
 * (about 8 px), coarse (about 60 px), paper (grain with pulp). The last
 * one is kept: nobody may write to it.
 */
export function noiseTile(seed: number): Float32Array {
  if (last?.seed !== seed) last = { seed, tile: laid(seed) }
  return last.tile
}

let last: { seed: number; tile: Float32Array } | undefined

function laid(seed: number): Float32Array {
  const tile = new Float32Array(tileSide * tileSide * 4)
  const fine = octave(seed, 'fine', tileSide)
  const middle = octave(seed, 'middle', 32)
  const small = octave(seed, 'small', 64)
  const coarse = octave(seed, 'coarse', 4)
  const large = octave(seed, 'large', 8)
  const pulp = octave(seed, 'pulp', 128)
  for (let y = 0; y < tileSide; y++) {
    for (let x = 0; x < tileSide; x++) {
      const n = (y * tileSide + x) * 4
      tile[n] = fine(x, y)
      tile[n + 1] = middle(x, y) * 0.65 + small(x, y) * 0.35
      tile[n + 2] = coarse(x, y) * 0.65 + large(x, y) * 0.35
      tile[n + 3] = pulp(x, y) * 0.5 + small(x, y) * 0.3 + fine(x, y) * 0.2
    }
  }
  return tile
}

const ease = (t: number) => t * t * (3 - 2 * t)

function octave(seed: number, name: string, cells: number) {
  const salt = hashText(name, seed >>> 0)
  const step = cells / tileSide
  const at = (i: number, j: number) => {
    let h = (salt ^ Math.imul(i & (cells - 1), 0x9e3779b1)) >>> 0
    h = Math.imul(h ^ (h >>> 15) ^ Math.imul(j & (cells - 1), 0x85ebca77), 0xc2b2ae3d)
    h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f)
    return ((h ^ (h >>> 16)) >>> 0) / 4294967296
  }
  return (x: number, y: number) => {
    const [px, py] = [x * step, y * step]
    const [i, j] = [Math.floor(px), Math.floor(py)]
    const [tx, ty] = [ease(px - i), ease(py - j)]
    const top = at(i, j) + (at(i + 1, j) - at(i, j)) * tx
    const low = at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * tx
    return top + (low - top) * ty
  }
}
