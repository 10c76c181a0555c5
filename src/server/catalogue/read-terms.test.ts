import fc from 'fast-check'
import Sqlite from 'libsql'
import { afterAll, describe, expect, it } from 'vitest'
import { matchOf, readTerms } from './read-terms.ts'

const sqlite = new Sqlite(':memory:')
sqlite.exec(
  `create virtual table words using fts5 (prompt, tokenize = 'unicode61 remove_diacritics 2');
  insert into words (prompt) values ('a red-haired fox, crossing the ice at night');
  insert into words (prompt) values ('foxes at the edge of 雪の中の狐');`,
)
afterAll(() => sqlite.close())

const search = (match: string) =>
  (
    sqlite.prepare('select rowid as seq from words where words match ?').all(match) as {
      seq: number
    }[]
  ).map(({ seq }) => seq)

const found = (typed: string) => readTerms(typed).map((term) => search(matchOf(term)))

describe('words as somebody types them', () => {
  it.each([
    ['fox night', ['"fox" *', '"night" *']],
    ['Red-Haired', ['"red haired" *']],
    ['"at the edge"', ['"at the edge"']],
    ['"at the ed', ['"at the ed" *']],
    ['-"at night" fox', ['-"at night"', '"fox" *']],
    ['fox -ice', ['"fox" *', '-"ice"']],
    ['OR (NEAR', ['"or" *', '"near" *']],
    ['prompt:fox*', ['"prompt fox" *']],
    ['- " "" *', []],
    ['雪の', ['"雪の" *']],
  ])('%s', (typed, terms) => {
    const read = readTerms(typed).map((term) => `${term.isNot ? '-' : ''}${matchOf(term)}`)
    expect(read).toEqual(terms)
  })

  it('mean what they say', () => {
    const [red, foxes] = [1, 2]
    expect(found('fox')).toEqual([[red, foxes]])
    expect(found('"fox"')).toEqual([[red]])
    expect(found('red-hair')).toEqual([[red]])
    expect(found('雪の')).toEqual([[foxes]])
  })

  it('are never an error, whatever is typed', () => {
    const sign = fc.constantFrom(
      ...'"\'*-^:(){}+.,AND OR NOT NEAR/2 ',
      '\u0000',
      '狐',
      'é',
      '\u0301',
      '👩‍🚀',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.oneof(sign, fc.string({ maxLength: 3 })), { maxLength: 30 })
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        for (const term of readTerms(text)) search(matchOf(term))
        search(readTerms(text).map(matchOf).join(' ') || '"nothing"')
      }),
      { numRuns: 2000 },
    )
  })
})
