import type { Transfer } from './ops/transfer.ts'
import type { Where } from './ops/where.ts'

type Moments = { mean: [number, number, number]; cov: number[] }

function momentsOf(lab: Float32Array): Moments {
  const n = Math.max(1, lab.length / 3)
  const mean: [number, number, number] = [0, 0, 0]
  for (let at = 0; at < lab.length; at++) mean[at % 3] = mean[at % 3]! + lab[at]! / n
  const cov = Array.from({ length: 9 }, () => 0)
  for (let at = 0; at < lab.length; at += 3) {
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        cov[i * 3 + j] =
          cov[i * 3 + j]! + ((lab[at + i]! - mean[i]!) * (lab[at + j]! - mean[j]!)) / n
      }
    }
  }
  for (let i = 0; i < 3; i++) cov[i * 4] = cov[i * 4]! + 2e-5
  return { mean, cov }
}

const times = (a: number[], b: number[]) =>
  Array.from({ length: 9 }, (_, n) => {
    const [i, j] = [Math.floor(n / 3), n % 3]
    return a[i * 3]! * b[j]! + a[i * 3 + 1]! * b[3 + j]! + a[i * 3 + 2]! * b[6 + j]!
  })

/** f of a symmetric 3 × 3 matrix by Jacobi rotations. */
function ofEigen(matrix: number[], f: (value: number) => number): number[] {
  let a = [...matrix]
  let v = [1, 0, 0, 0, 1, 0, 0, 0, 1]
  for (let sweep = 0; sweep < 12; sweep++) {
    for (const [p, q] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const off = a[p * 3 + q]!
      if (Math.abs(off) < 1e-14) continue
      const angle = 0.5 * Math.atan2(2 * off, a[q * 4]! - a[p * 4]!)
      const [c, s] = [Math.cos(angle), Math.sin(angle)]
      const turn = [1, 0, 0, 0, 1, 0, 0, 0, 1]
      turn[p * 4] = c
      turn[q * 4] = c
      turn[p * 3 + q] = s
      turn[q * 3 + p] = -s
      const back = turn.map((_, n) => turn[(n % 3) * 3 + Math.floor(n / 3)]!)
      a = times(times(back, a), turn)
      v = times(v, turn)
    }
  }
  const d = [f(a[0]!), 0, 0, 0, f(a[4]!), 0, 0, 0, f(a[8]!)]
  const back = v.map((_, n) => v[(n % 3) * 3 + Math.floor(n / 3)]!)
  return times(times(v, d), back)
}

/**
 * The linear map that gives colours `source` the mean and spread of `target` with the least
 * movement (both Oklab). Stretching is held within 0.35 … 2.6 so that noise is not raised.
 */
export function colourTransfer(
  source: Float32Array,
  target: Float32Array,
  amount: number,
  where?: Where,
): Transfer {
  const from = momentsOf(source)
  const to = momentsOf(target)
  const root = ofEigen(from.cov, (v) => Math.sqrt(Math.max(v, 1e-7)))
  const inverse = ofEigen(from.cov, (v) => 1 / Math.sqrt(Math.max(v, 1e-7)))
  const middle = ofEigen(times(times(root, to.cov), root), (v) => Math.sqrt(Math.max(v, 0)))
  const full = times(times(inverse, middle), inverse)
  const matrix = ofEigen(full, (v) => Math.min(2.6, Math.max(0.35, v)))
  return { do: 'transfer', from: from.mean, to: to.mean, matrix, amount, ...(where && { where }) }
}
