import { expect, it } from 'vitest'
import { type Field, typedPosition, type Unit } from './typed-position.ts'

const canvas = { width: 720, height: 1280 }
const position = { x_norm: 0, y_norm: 0.341406, w_norm: 1, h_norm: 0.316406 }
const locked = { canvas, ratio: 16 / 9 }
const free = { canvas, ratio: null }

it.each<[string, Field, Unit, string, object]>([
  ['pixels', 'x', 'px', '-36', { x_norm: -0.05 }],
  ['pixels with a real minus', 'y', 'px', '−64', { y_norm: -0.05 }],
  ['units', 'y', 'norm', '0,25', { y_norm: 0.25 }],
  ['units to their last place', 'x', 'norm', '0.123456789', { x_norm: 0.123457 }],
])('%s are taken as typed', (_, field, unit, text, part) => {
  expect(typedPosition(position, field, unit, text, free)).toEqual({
    position: { ...position, ...part },
  })
})

it('the other side follows where the shape is kept, and stays where it is not', () => {
  expect(typedPosition(position, 'w', 'px', '640', locked)).toEqual({
    position: { ...position, w_norm: 0.888889, h_norm: 0.28125 },
  })
  expect(typedPosition(position, 'h', 'norm', '0.28125', locked)).toMatchObject({
    position: { w_norm: 0.888889 },
  })
  expect(typedPosition(position, 'w', 'px', '640', free)).toMatchObject({
    position: { h_norm: position.h_norm },
  })
})

it.each<[Field, Unit, string, string]>([
  ['x', 'px', '1441', 'x: choose from −1440 to 1440 px.'],
  ['y', 'norm', '-2.1', 'y_norm: choose from −2 to 2.'],
  ['w', 'px', '0', 'w: choose above 0, up to 1440 px.'],
  ['h', 'norm', '2.5', 'h_norm: choose above 0, up to 2.'],
  ['w', 'norm', 'wide', 'w_norm: type a number.'],
  ['x', 'px', '', 'x: type a number.'],
  [
    'h',
    'px',
    '1280',
    'h: w_norm would leave its range (above 0, up to 2). Choose less, or unlock the shape.',
  ],
])('%s in %s of “%s” is refused by name', (field, unit, text, reason) => {
  expect(typedPosition(position, field, unit, text, locked)).toEqual({ reason })
})
