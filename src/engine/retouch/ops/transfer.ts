import type { Strip } from '../strip.ts'
import { coverIn, type Where } from './where.ts'

export type Transfer = {
  do: 'transfer'
  /** Oklab means of what is there and of what it becomes. */
  from: readonly [number, number, number]
  to: readonly [number, number, number]
  /** 3 × 3, row by row: how distances from the mean are turned and stretched. */
  matrix: readonly number[]
  amount: number
  where?: Where
}

/** Moves the cloud of colours onto another (Monge–Kantorovitch, linear). */
export function transfer(strip: Strip, { from, to, matrix: m, amount, where }: Transfer): void {
  const { lab } = strip
  const cover = coverIn(strip, where)
  for (let p = 0, at = 0; at < lab.length; p++, at += 3) {
    const k = cover(p) * amount
    if (k < 0.002) continue
    const l = lab[at]! - from[0]
    const a = lab[at + 1]! - from[1]
    const b = lab[at + 2]! - from[2]
    lab[at] = lab[at]! + (to[0] + m[0]! * l + m[1]! * a + m[2]! * b - lab[at]!) * k
    lab[at + 1] = lab[at + 1]! + (to[1] + m[3]! * l + m[4]! * a + m[5]! * b - lab[at + 1]!) * k
    lab[at + 2] = lab[at + 2]! + (to[2] + m[6]! * l + m[7]! * a + m[8]! * b - lab[at + 2]!) * k
  }
}
