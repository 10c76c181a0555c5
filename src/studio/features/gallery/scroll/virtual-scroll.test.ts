import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { justifiedLayout } from '../layout/justified-layout.ts'
import {
  mostNativePx,
  nativeHeightOf,
  positionOf,
  scrolledBy,
  scrolledTo,
  settled,
} from './virtual-scroll.ts'

const sizes = fc.record({
  contentHeight: fc.integer({ min: 1000, max: 80_000_000 }),
  viewHeight: fc.integer({ min: 200, max: 1000 }),
})
const check = (holds: (of: { contentHeight: number; viewHeight: number }, share: number) => void) =>
  fc.assert(fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), holds))

describe('scrolling further than a browser can', () => {
  it('never asks the browser for more than it has, at two device pixels for each', () => {
    check((of, share) => {
      const scroll = scrolledTo(of, Math.round(of.contentHeight * share))
      expect(nativeHeightOf(of)).toBeLessThanOrEqual(16_777_216 / 2)
      expect(scroll.native).toBeGreaterThanOrEqual(0)
      expect(scroll.native).toBeLessThanOrEqual(nativeHeightOf(of) - of.viewHeight)
    })
  })

  it('reaches every place', () => {
    check((of, share) => {
      const wanted = Math.round((of.contentHeight - of.viewHeight) * share)
      expect(positionOf(scrolledTo(of, wanted))).toBe(wanted)
    })
  })

  it('goes pixel by pixel with the wheel, both ways, however far', () => {
    const turns = fc.array(fc.integer({ min: -900, max: 900 }), { maxLength: 200 })
    fc.assert(
      fc.property(sizes, turns, (of, steps) => {
        const end = of.contentHeight - of.viewHeight
        let scroll = scrolledTo(of, Math.round(end / 2))
        let wanted = positionOf(scroll)
        for (const step of steps) {
          wanted = Math.max(0, Math.min(end, wanted + step))
          scroll = scrolledBy(scroll, scroll.native + step)
          expect(positionOf(scroll)).toBe(wanted)
        }
      }),
    )
  })

  it('comes to both ends by the wheel alone, and by the scroll bar', () => {
    const of = { contentHeight: 9_000_000, viewHeight: 800 }
    let scroll = scrolledTo(of, of.contentHeight - 50_000)
    for (let turn = 0; turn < 100; turn += 1) scroll = scrolledBy(scroll, scroll.native + 900)
    expect(positionOf(scroll)).toBe(of.contentHeight - of.viewHeight)
    expect(scroll.native).toBe(mostNativePx - of.viewHeight)
    scroll = scrolledBy(scroll, 0)
    expect(positionOf(scroll)).toBe(0)
    scroll = scrolledBy(scroll, mostNativePx - of.viewHeight)
    expect(positionOf(scroll)).toBe(of.contentHeight - of.viewHeight)
  })

  it('follows the scroll bar by share', () => {
    check((of, share) => {
      const native = Math.round((nativeHeightOf(of) - of.viewHeight) * share)
      const far = share > 0.5 ? 0 : of.contentHeight
      const before = scrolledTo(of, far)
      if (Math.abs(native - before.native) < 4000) return
      const { contentHeight, viewHeight } = of
      const expected = (native / (nativeHeightOf(of) - viewHeight)) * (contentHeight - viewHeight)
      expect(Math.abs(positionOf(scrolledBy(before, native)) - expected)).toBeLessThanOrEqual(1)
    })
  })

  it('comes to rest without moving what is seen', () => {
    check((of, share) => {
      const scroll = scrolledBy(scrolledTo(of, Math.round(of.contentHeight * share)), 100)
      expect(positionOf(settled(scroll))).toBe(positionOf(scroll))
    })
  })

  it('brings every row of a million into sight', () => {
    const aspects = new Uint16Array(1_000_000).fill(1333)
    const layout = justifiedLayout(aspects, { width: 1060, targetHeight: 240, gap: 4 })
    const of = { contentHeight: layout.height, viewHeight: 850 }
    expect(of.contentHeight).toBeGreaterThan(16_777_216)
    for (let row = 0; row < layout.rows; row += 997) {
      const scroll = scrolledTo(of, layout.topOf(row))
      const shown = positionOf(scroll)
      expect(layout.topOf(row)).toBeGreaterThanOrEqual(shown)
      expect(layout.topOf(row)).toBeLessThan(shown + of.viewHeight)
    }
    expect(positionOf(scrolledTo(of, Infinity)) + of.viewHeight).toBe(layout.height)
  })
})
