import { expect, it } from 'vitest'
import { filmParts, partsInSight } from './film-parts.ts'
import { fitted, panned, zoomed } from './timeline-scale.ts'

const whole = fitted({ width: 800, padPx: 70, last: 119, from: 0, perFramePx: 0, isCentred: false })

it('a clip is parted so that every frame of it is in one part', () => {
  expect(filmParts(50)).toEqual([
    { from: 0, to: 24 },
    { from: 24, to: 48 },
    { from: 48, to: 50 },
  ])
})

it('frames are shown one by one only close up, and only those in sight', () => {
  expect(partsInSight(whole, 120)).toEqual([])
  const close = zoomed(whole, 100)
  expect(partsInSight(close, 120)).toEqual([0])
  expect(partsInSight(panned(close, 24 * 56), 120)).toEqual([0, 1])
})
