import { expect, test } from 'vitest'

import { quotedText } from './quoted-text.ts'

test.each([
  ["neon street, 'OPEN LATE' sign", 'OPEN LATE'],
  ['a poster with the words “Jazz Tonight”', 'Jazz Tonight'],
  ['a shop called "Rosa\'s Café" at dusk', "Rosa's Café"],
  ['‘Closed’ on the door', 'Closed'],
  ['ein Schild «Bar» in der Gasse', 'Bar'],
  ['a neon sign that says HOTEL EDEN above a door', 'HOTEL EDEN'],
  ['"ONE" and "TWO" on two doors', 'ONE · TWO'],
  ["the dog's bowl and the cats' beds", null],
  ["it's a boat, isn't it", null],
  ['a "" nothing', null],
])('%s is set as type: %s', (prompt, text) => {
  expect(quotedText(prompt).text).toBe(text)
})

test('what is set as type is not read as a thing to draw', () => {
  expect(quotedText('a wall with "a boat at sea" on it').rest).not.toContain('boat')
})

test('a prompt that is quoted as a whole is a prompt', () => {
  expect(quotedText('“a boat at sea”')).toEqual({ text: null, rest: 'a boat at sea' })
})
