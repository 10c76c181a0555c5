import { expect, it } from 'vitest'
import { keyed } from './rectangle-keys.ts'

const terms = { canvas: { width: 1280, height: 720 }, ratio: 16 / 9 }
const from = { x: 100, y: 50, width: 640, height: 360 }
const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }

it.each([
  ['ArrowLeft', {}, { ...from, x: 99 }],
  ['ArrowDown', {}, { ...from, y: 51 }],
  ['ArrowUp', { shiftKey: true }, { ...from, y: 40 }],
  ['ArrowRight', { altKey: true, shiftKey: true }, { ...from, width: 650, height: 366 }],
  ['ArrowUp', { altKey: true }, { ...from, width: 638, height: 359 }],
  ['+', { shiftKey: true }, { x: 97, y: 49, width: 646, height: 363 }],
  ['-', {}, { x: 103, y: 52, width: 634, height: 357 }],
  ['x', {}, null],
  ['ArrowLeft', { ctrlKey: true }, null],
])('%s with %o', (key, held, wanted) => {
  expect(keyed(from, { ...none, key, ...held }, terms)).toEqual(wanted)
})

it('free of its shape, Alt pulls one side alone', () => {
  const press = { ...none, key: 'ArrowDown', altKey: true }
  expect(keyed(from, press, { ...terms, ratio: null })).toEqual({ ...from, height: 361 })
})
