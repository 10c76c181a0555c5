import { describe, expect, test } from 'vitest'
import { usualTemplate } from '#contract/take-away.ts'
import { fileName, type Named } from './file-name.ts'

const made = new Date(2026, 10, 7, 9, 5, 3).toISOString()
const item = (prompt: string, stars = 4): Named => ({
  id: '0f2d3c4b-1111-4222-8333-444455556666',
  created_at: made,
  model: 'uni-1',
  request: { type: 'image', prompt },
  marks: { stars },
})
const alone = { n: 1, of: 1 }
const named = (prompt: string, template = '{words}') => fileName(template, item(prompt), alone)

test('every place of a template is filled', () => {
  const template = '{date} {time} {type} {model} {words} {id} {n} {stars}'
  expect(fileName(template, item('A Fox, at dawn!'), { n: 7, of: 120 })).toBe(
    '2026-11-07 090503 image uni-1 a-fox-at-dawn 0f2d3c4b 007 4',
  )
})

test('the usual name says the day, the words and the id', () => {
  expect(named('A red kite', usualTemplate)).toBe('2026-11-07-a-red-kite-0f2d3c4b')
})

test('a place that is not known and a prompt without words leave no hole', () => {
  expect(named('🦊🦊', '{date}-{words}-{nothing}-{id}')).toBe('2026-11-07-0f2d3c4b')
})

describe('a hostile prompt or template gives a harmless name', () => {
  test.each<[string, string, string, string?]>([
    ['slashes', '../../etc/passwd', 'etc-passwd'],
    ['slashes in the template', 'x', 'a-b-c', '../a/b\\c'],
    ['a drive and a stream', 'x', 'C-x-y', 'C:{words}:y'],
    ['a reserved name', 'CON', '_con'],
    ['a reserved name with an ending', 'x', '_NUL.tar', 'NUL.tar'],
    ['a reserved name with a raised digit', 'x', '_COM¹', 'COM¹'],
    ['dots alone', '...', 'dailies'],
    ['a dot in front', 'x', 'htaccess', '.htaccess'],
    ['dots and blanks at the end', 'x', 'x', '{words}. . .'],
    ['an option of a command', 'x', 'rf', '--rf'],
    ['what turns the direction of reading', 'x', 'a-gpj', 'a\u202egpj'],
    ['line breaks and nothing at all', 'x', 'a-b', 'a\r\n\u0000b'],
    ['half a surrogate', 'x', 'a-b', 'a\ud83db'],
    ['words of other scripts', 'کلاغ سیاه 東京', 'کلاغ-سیاه-東京'],
  ])('%s', (_, prompt, expected, template) => {
    expect(named(prompt, template)).toBe(expected)
  })
})

test('a prompt of 6000 signs stays within what file systems take', () => {
  for (const prompt of ['word '.repeat(1200), 'x'.repeat(6000), '東'.repeat(6000)]) {
    const name = named(prompt, `{words}{words}{words}-{words}`)
    expect(name.length).toBeLessThanOrEqual(108)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180)
  }
})
