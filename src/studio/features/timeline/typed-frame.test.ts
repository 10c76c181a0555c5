import { expect, it } from 'vitest'
import { typedFrame } from './typed-frame.ts'

const grid = { last: 120, fps: 24 }
const others = new Set([48])

it.each([
  ['96', { frame: 96 }],
  [' 0 ', { frame: 0 }],
  ['+12', { frame: 22 }],
  ['-10', { frame: 0 }],
  ['2:06', { frame: 54 }],
  ['00:04:23', { frame: 119 }],
  ['48', { error: 'Frame 48 is taken by another keyframe. Type a free one.' }],
  ['121', { error: 'Type a whole frame from 0 to 120.' }],
  ['-11', { error: 'Type a whole frame from 0 to 120.' }],
  ['1.5', { error: 'Type a whole frame from 0 to 120.' }],
  ['', { error: 'Type a whole frame from 0 to 120.' }],
])('takes “%s” as it was meant or says why not', (text, result) => {
  expect(typedFrame(text, 10, others, grid)).toEqual(result)
})
