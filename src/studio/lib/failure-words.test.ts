import { describe, expect, it } from 'vitest'
import { failureWords, type Retry } from './failure-words.ts'

const failed = (code: string | null, reason: string | null = null, world = 'luma') =>
  failureWords({ state: 'failed', world, failure_code: code, failure_reason: reason })

describe('a failure', () => {
  it.each<[string, Retry, RegExp]>([
    ['content_moderated', 'no', /Change the words/],
    ['generation_failed', 'yes', /try it again/],
    ['budget_exhausted', 'after_funds', /Add funds/],
    ['output_not_found', 'yes', /Try it again/],
    ['image_too_large', 'no', /smaller/],
    ['unsupported_format', 'no', /Convert/],
    ['corrupt_input', 'no', /another file/],
    ['invalid_request', 'no', /Change/],
    ['rate_limited', 'later', /Wait/],
    ['withdrawn', 'yes', /kept here/],
    ['cancelled', 'yes', /kept here/],
    ['a_new_one', 'no', /go again/],
  ])('%s says what to do and whether it may go again: %s', (code, retry, next) => {
    const words = failed(code)
    expect(words.retry).toBe(retry)
    expect(words.next).toMatch(next)
    expect(words.says).toMatch(/\.$/)
  })

  it.each<[string, Retry, RegExp]>([
    ['Invalid API key', 'yes', /key/],
    ['API client is suspended', 'no', /switched this account off/],
    ['Insufficient credits. Please add credits to continue.', 'after_funds', /no credits/],
    ['Rate limit exceeded', 'later', /Too much/],
    ['Too many concurrent jobs', 'later', /Too much/],
    ['Upstream service unavailable', 'later', /fault/],
    ['Image URL ingestion unavailable', 'later', /cannot fetch/],
    ['source: failed to fetch URL (HTTP 404)', 'no', /could not fetch/],
    ['image_ref[0]: content-type is not an image', 'no', /not a picture/],
    ['Generation not found', 'no', /does not know/],
  ])('that Luma words as “%s” is known by it', (reason, retry, says) => {
    const words = failed('invalid_request', reason)
    expect(words.retry).toBe(retry)
    expect(words.says).toMatch(says)
    expect(words.told).toBe(reason)
  })

  it('of the request itself is told in the words of who refused it', () => {
    const reason = "Invalid aspect_ratio '4:3'. Valid: 16:9, 9:16"
    expect(failed('invalid_request', reason)).toMatchObject({ says: reason, told: null })
  })

  it('that nobody knows is shown as it came', () => {
    expect(failed('a_new_one', 'Odd.')).toMatchObject({
      says: 'It failed: a_new_one.',
      told: 'Odd.',
    })
    expect(failed(null).says).toBe('It failed, and no reason was given.')
  })
})

describe('sending once more', () => {
  it('may bill twice only where Luma has made it, or may have', () => {
    const unknown = { state: 'unknown', failure_code: null, failure_reason: null }
    expect(failureWords({ ...unknown, world: 'luma' }).mayBillTwice).toBe(true)
    expect(failureWords({ ...unknown, world: 'local' }).mayBillTwice).toBe(false)
    expect(failed('output_not_found').mayBillTwice).toBe(true)
    expect(failed('output_not_found', null, 'local').mayBillTwice).toBe(false)
    expect(failed('generation_failed').mayBillTwice).toBe(false)
  })
})
