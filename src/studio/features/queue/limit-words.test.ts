import { expect, it } from 'vitest'
import { queueFixture } from '../../api/queue-fixture.ts'
import { limitWords, pauseWords } from './limit-words.ts'

const now = Date.parse('2026-11-22T12:00:00.000Z')
const at = (s: number) => new Date(now + s * 1000).toISOString()
const { limits: unknown } = queueFixture()
const seen_at = at(-5)
const told = {
  ...unknown,
  active: 8,
  per_minute: { limit: 30, remaining: 18, resets_at: at(21), seen_at },
  at_once: { limit: 10, seen_at },
}

it('tells both limits as the upstream said them', () => {
  expect(limitWords(told, 'luma', now)).toBe(
    'Luma: 12 of 30 this minute, again in 0:21 · 8 of 10 at once',
  )
})

it('does not count what a minute has washed away', () => {
  expect(limitWords(told, 'luma', now + 60_000)).toBe('Luma: 30 a minute · 8 of 10 at once')
})

it('says what it knows where no limit was told', () => {
  expect(limitWords({ ...unknown, active: 2 }, 'luma', now)).toBe('Luma: 2 under way')
})

it('does not count minutes where the limit is out of reach', () => {
  const { at_once: _, ...rest } = told
  expect(limitWords({ ...rest, at_once: null }, 'local', now)).toBe('Local engine: 8 under way')
})

it('says for how long nothing goes and why, and nothing when it goes', () => {
  const waits = { ...unknown, waits_until: at(42), waits_for: 'Luma takes 30 a minute.' }
  expect(pauseWords(waits, now)).toBe('Luma takes 30 a minute. At the latest in 0:42.')
  expect(pauseWords(waits, now + 43_000)).toBeNull()
  expect(pauseWords(unknown, now)).toBeNull()
})
