import { describe, expect, it } from 'vitest'
import { meantBy, stretched, toggled, withRange } from './selection.ts'

const seqs = [90, 80, 70, 60, 50, 40]
const order = { seqAt: (place: number) => seqs[place] }
const list = (selection: ReadonlySet<number>) => [...selection]

describe('what is chosen', () => {
  it('gains and loses one at a time', () => {
    const one = toggled(new Set(), 70)
    expect(list(one)).toEqual([70])
    expect(list(toggled(one, 70))).toEqual([])
  })

  it('takes in a range in the order of the wall, whichever end comes first', () => {
    expect(list(withRange(new Set([40]), order, 3, 1))).toEqual([40, 80, 70, 60])
    expect(list(withRange(new Set(), order, 4, 99))).toEqual([50, 40])
  })

  it('lets go of what a range leaves when its end comes back', () => {
    const wide = withRange(new Set([90]), order, 1, 4)
    expect(list(stretched(wide, order, { anchor: 1, before: 4, now: 2 }))).toEqual([90, 80, 70])
    expect(list(stretched(wide, order, { anchor: 1, before: 4, now: 0 }))).toEqual([90, 80])
  })

  it('is meant by an act on one of it; an act on another means that one alone', () => {
    const chosen = new Set([90, 80])
    expect(meantBy(chosen, 80, 100)).toEqual([90, 80])
    expect(meantBy(chosen, 40, 100)).toEqual([40])
  })
})
