import { expect, it } from 'vitest'
import { newAreaWords, newShare } from './new-area.ts'

const canvas = { width: 720, height: 1280 }

it.each([
  ['fitted in the middle', { x: 0, y: 437, width: 720, height: 405 }, '68 % of the picture is new'],
  [
    'covering all of it',
    { x: -10, y: -10, width: 740, height: 1300 },
    'Nothing is left to fill: the source covers the whole picture.',
  ],
  [
    'beside it',
    { x: 720, y: 0, width: 720, height: 405 },
    'The source lies wholly outside: all of the picture is new.',
  ],
  [
    'short by a line',
    { x: 0, y: 1, width: 720, height: 1279 },
    'Less than 1 % of the picture is new',
  ],
  ['hardly in it', { x: 719, y: 0, width: 9, height: 9 }, 'More than 99 % of the picture is new'],
])('a source %s', (_, rectangle, words) => {
  expect(newAreaWords(newShare(rectangle, canvas))).toBe(words)
})
