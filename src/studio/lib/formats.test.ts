import { describe, expect, it } from 'vitest'
import { downloadName } from './download-name.ts'
import { formatBytes } from './format-bytes.ts'
import { formatElapsed } from './format-elapsed.ts'
import { formatTook } from './format-took.ts'
import { formatUsd } from './format-usd.ts'
import { newId } from './new-id.ts'
import { priceWords } from './price-words.ts'
import { progressWords } from './progress-words.ts'
import { startOf } from './start-of.ts'
import { timecode } from './timecode.ts'

describe('how things are written', () => {
  it.each([
    [0.3, '$0.30'],
    [0.0404, '$0.0404'],
    [0.103, '$0.103'],
    [3.6, '$3.60'],
    [12, '$12.00'],
  ])('%d dollars as %s', (usd, words) => expect(formatUsd(usd)).toBe(words))

  it.each([
    [-5, '0:00'],
    [999, '0:00'],
    [61_000, '1:01'],
    [3_725_000, '1:02:05'],
  ])('%d ms on the clock as %s', (ms, words) => expect(formatElapsed(ms)).toBe(words))

  it.each([
    [820, '0.8 s'],
    [12_400, '12 s'],
    [185_000, '3:05 min'],
  ])('%d ms taken as %s', (ms, words) => expect(formatTook(ms)).toBe(words))

  it.each([
    [512, '512 B'],
    [458_000, '458 kB'],
    [1_840_000, '1.8 MB'],
    [48_000_000, '48 MB'],
  ])('%d bytes as %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words))

  it('a frame as minutes, seconds and frames', () => {
    expect(timecode(48, 24)).toBe('00:02:00')
    expect(timecode(1463, 24)).toBe('01:00:23')
  })

  it('a long prompt by its first words', () => {
    expect(startOf('short')).toBe('short')
    expect(startOf('one two  three\nfour', 12)).toBe('one two…')
  })

  it('a file by where it came from', () => {
    expect(downloadName('0123456789', 'image/jpeg')).toBe('dailies-01234567.jpg')
  })

  it('an id as a UUID, also without a secure page', () => {
    const { randomUUID } = crypto
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true })
    const id = newId()
    Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true })
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('what it costs', () => {
  it('is told for here and there, with a mark on estimates', () => {
    expect(priceWords({ usd: 0.3, estimate: false }, 'local')).toBe('Free here, $0.30 on Luma')
    expect(priceWords({ usd: 0.18, estimate: true }, 'luma')).toBe('~$0.18')
    expect(priceWords(null, 'luma')).toBe('Price not known')
  })
})

describe('how far a job is', () => {
  it('is counted where it can be', () => {
    const progress = { fraction: 0.4, measured: true, frames_done: 48, frames: 120 }
    expect(progressWords(progress, 0)).toEqual({ fraction: 0.4, words: '48 / 120 frames' })
  })

  it('is guessed from past jobs, and never guessed to be done', () => {
    const progress = { fraction: 0, measured: false, expected_s: 40 }
    expect(progressWords(progress, 20_000)).toEqual({
      fraction: 0.5,
      words: 'about 40 s, from past jobs',
    })
    expect(progressWords(progress, 400_000).fraction).toBe(0.95)
  })

  it('is not told where nobody knows', () => {
    expect(progressWords(null, 1000)).toEqual({ fraction: null, words: '' })
    expect(progressWords({ fraction: 0, measured: false }, 1000).fraction).toBeNull()
  })
})
