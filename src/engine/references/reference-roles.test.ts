import { expect, test } from 'vitest'
import { readRoles } from './reference-roles.ts'

const rolesOf = (prompt: string, count = 3) =>
  Object.fromEntries([...readRoles(prompt, count).roles].map(([n, roles]) => [n + 1, [...roles]]))

test.each([
  [
    'a lighthouse, use the first for the palette, the second for composition',
    { 1: ['palette'], 2: ['composition'] },
  ],
  ['a city in the style of the third reference', { 3: ['style'] }],
  ['the subject of image 2 in a snowy forest', { 2: ['subject'] }],
  ['a sea at dawn, same light as reference 1', { 1: ['light'] }],
  ['a red balloon, first reference as background', { 1: ['background'] }],
  ['a lake with the colours and lighting of the second image', { 2: ['palette', 'light'] }],
  ['the dog from the first image on a beach', { 1: ['subject'] }],
  ['image 1 for the style and image 2 as the subject: a garden', { 1: ['style'], 2: ['subject'] }],
])('“%s” names the parts of references', (prompt, roles) => {
  expect(rolesOf(prompt)).toEqual(roles)
})

test.each(['a boat on the sea', 'a photo of a cat in the park', 'the first snow of the year'])(
  '“%s” names none, and stays as it is',
  (prompt) => {
    const { roles, rest } = readRoles(prompt, 2)
    expect([...roles]).toEqual([])
    expect(rest).toBe(prompt)
  },
)

test('what is said about references is not said about the scene', () => {
  const { rest } = readRoles('a desert, light and colours from reference 2', 2)
  expect(rest).not.toMatch(/light|colours|reference/)
  expect(rest).toContain('a desert')
})
