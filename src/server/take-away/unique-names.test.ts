import { expect, test } from 'vitest'
import { createUniqueNames } from './unique-names.ts'

test('a name is given once, and then with a number', () => {
  const unique = createUniqueNames()
  expect(['fox', 'fox', 'fox'].map((stem) => unique(stem, '.png'))).toEqual([
    'fox.png',
    'fox-2.png',
    'fox-3.png',
  ])
})

test('a numbered name that is there already is passed over', () => {
  const unique = createUniqueNames()
  expect(['fox-2', 'fox', 'fox'].map((stem) => unique(stem, '.png'))).toEqual([
    'fox-2.png',
    'fox.png',
    'fox-3.png',
  ])
})

test('case and the composing of signs make no difference', () => {
  const unique = createUniqueNames(['manifest.json'])
  expect(unique('Manifest', '.JSON')).toBe('Manifest-2.JSON')
  expect(unique('é', '.png')).toBe('é.png')
  expect(unique('e\u0301', '.png')).toBe('e\u0301-2.png')
})

test('a hundred thousand of one name are named at once', () => {
  const unique = createUniqueNames()
  for (let count = 1; count < 100_000; count++) unique('fox', '.png')
  expect(unique('fox', '.png')).toBe('fox-100000.png')
})
