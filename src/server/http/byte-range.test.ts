import { describe, expect, it } from 'vitest'
import { byteRange } from './byte-range.ts'

const size = 1000
const table: [string | null, ReturnType<typeof byteRange>][] = [
  [null, null],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=0-', { start: 0, end: 999 }],
  ['bytes=0-999', { start: 0, end: 999 }],
  ['bytes=0-5000', { start: 0, end: 999 }],
  ['bytes=999-999', { start: 999, end: 999 }],
  ['bytes=-1', { start: 999, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  ['BYTES = 10-19', { start: 10, end: 19 }],
  ['bytes=1000-', 'none'],
  ['bytes=1000-1001', 'none'],
  ['bytes=9223372036854775808-', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=5-4', 'none'],
  ['bytes=a-b', 'none'],
  ['bytes=-', 'none'],
  ['bytes=', 'none'],
  ['bytes=0-0,5-6', null],
  ['items=0-5', null],
  ['nonsense', null],
]

describe('a range of bytes', () => {
  it.each(table)('%s of 1000 bytes is %o', (header, expected) => {
    expect(byteRange(header, size)).toEqual(expected)
  })

  it('is never given of an empty file', () => {
    expect(byteRange('bytes=0-0', 0)).toBe('none')
    expect(byteRange('bytes=-1', 0)).toBe('none')
  })
})
