import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moveItem, nearestBox } from './move-item.ts'
import { ordinalName, ordinalWords } from './ordinal-words.ts'

it('moving an item keeps all others in their order', () => {
  const list = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(list, fc.nat(8), fc.nat(8), (items, a, b) => {
      const [from, to] = [a % items.length, b % items.length]
      const moved = moveItem(items, from, to)
      expect(moved[to]).toBe(items[from])
      const rest = (all: number[]) => all.filter((item) => item !== items[from])
      expect(rest(moved)).toEqual(rest(items))
      expect(moveItem(moved, to, from)).toEqual(items)
    }),
  )
})

it('a thing let go belongs to the place that is nearest', () => {
  const boxes = [0, 90, 180].map((left) => ({ left, top: 0, width: 84, height: 84 }))
  expect(nearestBox(boxes, -50, 10)).toBe(0)
  expect(nearestBox(boxes, 150, 300)).toBe(1)
  expect(nearestBox(boxes, 999, 0)).toBe(2)
})

it('references are called by their order', () => {
  expect([0, 8, 9].map(ordinalWords)).toEqual([
    'first reference',
    'ninth reference',
    '10th reference',
  ])
  expect(ordinalName(1)).toBe('Second reference')
})
