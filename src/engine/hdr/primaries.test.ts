import { expect, test } from 'vitest'
import { ap0, apply, bt2020, matrixBetween, rec709 } from './primaries.ts'

const close = (found: readonly number[], known: readonly number[]) =>
  known.forEach((v, i) => expect(found[i]).toBeCloseTo(v, 4))

test.each([
  ['BT.2020', bt2020],
  ['ACES2065-1', ap0],
])('white and every grey stay what they are on the way to %s', (_, primaries) => {
  const m = matrixBetween(rec709, primaries)
  for (const v of [0.001, 0.18, 1, 4]) close(apply(m, [v, v, v]), [v, v, v])
})

test('BT.709 becomes BT.2020 by the matrix of BT.2087', () => {
  const m = matrixBetween(rec709, bt2020)
  close(m[0]!, [0.6274, 0.3293, 0.0433])
  close(m[1]!, [0.0691, 0.9195, 0.0114])
  close(m[2]!, [0.0164, 0.088, 0.8956])
})

test('BT.709 becomes ACES2065-1 by the matrix of the ACES reference', () => {
  const m = matrixBetween(rec709, ap0)
  close(m[0]!, [0.43963, 0.38299, 0.17738])
  close(m[1]!, [0.08978, 0.81344, 0.09678])
  close(m[2]!, [0.01754, 0.11155, 0.87091])
})

test('the way there and back is the identity', () => {
  const there = apply(matrixBetween(rec709, ap0), [0.9, 0.1, 0.4])
  close(apply(matrixBetween(ap0, rec709), there), [0.9, 0.1, 0.4])
})
