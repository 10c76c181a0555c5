import { expect, test } from 'vitest'

import { explain } from './explain.ts'
import { understand } from './understand.ts'

function facts(prompt: string, medium: 'image' | 'video' = 'video') {
  const spec = understand({ prompt, aspect: 16 / 9, seed: 3, medium })
  return Object.fromEntries(explain(spec).facts.map(({ label, value }) => [label, value]))
}

test('a person reads what became of the prompt', () => {
  expect(facts("two sailboats at dusk in fog, slow push in, 35mm, 'OPEN LATE' sign")).toMatchObject(
    {
      Place: 'Sea',
      Time: 'Dusk',
      Weather: 'Fog',
      Camera: 'Push in, slow',
      Style: 'Film',
      Subjects: 'Sailboats ×2',
      Text: '“OPEN LATE”',
    },
  )
})

test('a room has air, not weather', () => {
  const room = facts('dust in an old library')
  expect(room).toMatchObject({ Place: 'Room', Air: 'Hazy' })
  expect(room).not.toHaveProperty('Weather')
})

test('a still picture has a still camera', () => {
  expect(facts('a boat, pan left', 'image').Camera).toBe('Still')
})

test('words without effect are handed on', () => {
  const spec = understand({ prompt: 'an 8k boat', aspect: 1, seed: 1, medium: 'image' })
  expect(explain(spec).not_understood).toEqual(['8k'])
})
