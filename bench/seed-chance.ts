export type Chance = ReturnType<typeof createChance>

/** Draws that are the same for the same number: a linear congruence with its high bits mixed. */
export function createChance(seed: number) {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995) >>> 0
  const bits = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    let mixed = state ^ (state >>> 15)
    mixed = Math.imul(mixed, 0x2c1b3c6d)
    mixed ^= mixed >>> 12
    return Math.imul(mixed, 0x297a2d39) >>> 0
  }
  const unit = () => bits() / 2 ** 32
  const below = (count: number) => Math.floor(unit() * count)
  return {
    unit,
    below,
    is: (share: number) => unit() < share,
    of: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    /** The first ones are drawn far more often than the last. */
    early: <T>(list: readonly T[]): T => list[Math.floor(unit() ** 2.5 * list.length)] as T,
    uuid(): string {
      const hex = Array.from({ length: 4 }, () => bits().toString(16).padStart(8, '0')).join('')
      const variant = '89ab'[below(4)]
      const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`]
      return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20)].join('-')
    },
  }
}
