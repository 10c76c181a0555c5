/** Repeatable chance: the same seed and the same name give the same row of numbers. */
export type Draw = {
  /** 0 ≤ number < 1 */
  number: () => number
  between: (low: number, high: number) => number
  pick: <T>(from: readonly T[]) => T
}

const fnvOffset = 0x811c9dc5
const fnvPrime = 0x01000193

/** FNV-1a over UTF-16 units with a closing avalanche; uint32. */
export function hashText(text: string, start = 0): number {
  let hash = (fnvOffset ^ start) >>> 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), fnvPrime)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x7feb352d)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}

export function seededDraw(seed: number, name: string): Draw {
  let state = hashText(name, seed >>> 0)
  const number = () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296
  }
  return {
    number,
    between: (low, high) => low + (high - low) * number(),
    pick: (from) => {
      const chosen = from[Math.floor(number() * from.length)]
      if (chosen === undefined) throw new Error('There is nothing to draw from')
      return chosen
    },
  }
}
