import { describe, expect, it } from 'vitest'
import { facetRows, groupRows } from './facet-rows.ts'

const counted = (...pairs: [string, number, string?][]) =>
  pairs.map(([value, count, label = value]) => ({ value, label, count }))

describe('the values of a facet', () => {
  it('keep their places and say 0 where nothing is left', () => {
    const whole = counted(['video', 9], ['image', 30])
    expect(facetRows('type', whole, counted(['video', 2]), ['video'])).toEqual([
      { value: 'image', words: 'Image', count: 0, isChosen: false },
      { value: 'video', words: 'Video', count: 2, isChosen: true },
    ])
  })

  it('show a chosen one that nobody counted', () => {
    expect(facetRows('tag', [], [], ['gone'])).toEqual([
      { value: 'gone', words: 'gone', count: 0, isChosen: true },
    ])
  })

  it.each([
    ['stars', ['0', '5', '3'], ['5 stars', '3 stars', 'No stars']],
    ['resolution', ['1080p', '360p', '720p'], ['360p', '720p', '1080p']],
    ['day', ['2026-11-02', '2026-11-22'], ['22 Nov 2026', '2 Nov 2026']],
    ['tag', ['Zoo', 'apple'], ['apple', 'Zoo']],
    ['hdr', ['no', 'yes'], ['HDR', 'SDR']],
  ] as const)('of %s stand in the order people expect', (name, values, words) => {
    const now = counted(...values.map((value): [string, number] => [value, 1]))
    expect(facetRows(name, now, now, []).map((row) => row.words)).toEqual(words)
  })

  it('of days stand under their months', () => {
    const days = counted(['2026-11-02', 1], ['2026-10-31', 4], ['2026-11-01', 2])
    const groups = groupRows('day', facetRows('day', days, days, []))
    expect(groups.map(({ title, rows }) => [title, rows.map(({ count }) => count)])).toEqual([
      ['November 2026', [1, 2]],
      ['October 2026', [4]],
    ])
  })

  it('of a board have its name', () => {
    const boards = counted(['b1', 3, 'Foxes'])
    expect(facetRows('board', boards, boards, [])[0]?.words).toBe('Foxes')
  })
})
