import { expect, test } from 'vitest'

import { readTokens } from './tokens.ts'

const words = (prompt: string) => readTokens(prompt).map(({ word }) => word)
const singular = (word: string) => readTokens(word)[0]?.forms.at(-1)
const negated = (prompt: string) =>
  readTokens(prompt).flatMap((token) => (token.negated ? [token.word] : []))

test('hyphens part words and possessives are dropped', () => {
  expect(words("The fisherman's close-up, don't blink")).toEqual([
    'the',
    'fisherman',
    'close',
    'up',
    'dont',
    'blink',
  ])
})

test('plurals also count as their singular', () => {
  expect(['boats', 'wolves', 'berries', 'foxes', 'children', 'glass', 'bus'].map(singular)).toEqual(
    ['boat', 'wolf', 'berry', 'fox', 'child', 'glass', 'bus'],
  )
})

test('a negation reaches to the end of its phrase and no further', () => {
  expect(negated('a beach without any clouds, a boat')).toEqual(['any', 'clouds'])
  expect(negated('no people or cars in the street')).toEqual(['people', 'or', 'cars'])
  expect(negated('a cloud free of rain')).toEqual(['of', 'rain'])
  expect(negated('a free bird')).toEqual([])
})

test('an emoji is a word of its own', () => {
  expect(words('🦊in snow ⛵️')).toEqual(['🦊', 'in', 'snow', '⛵️'])
})
