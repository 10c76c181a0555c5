import { describe, expect, it } from 'vitest'
import {
  type GenerationPages,
  isFurther,
  recordsOf,
  withoutRecord,
  withRecord,
} from './generation-cache.ts'
import { generationFixture } from './generation-fixture.ts'
import { pageOf } from './network-fixture.ts'

const [first, second, third] = [1, 2, 3].map((n) => generationFixture(n)) as [
  ReturnType<typeof generationFixture>,
  ReturnType<typeof generationFixture>,
  ReturnType<typeof generationFixture>,
]
const pages = (...each: ReturnType<typeof pageOf>[]): GenerationPages => ({
  pages: each,
  pageParams: each.map(() => null),
})
const ids = (all: GenerationPages) => recordsOf(all).map(({ id }) => id)

describe('the loaded records', () => {
  it('show each job once, even when pages overlap', () => {
    expect(ids(pages(pageOf(third, second), pageOf(second, first)))).toEqual([
      third.id,
      second.id,
      first.id,
    ])
  })

  it('take a new job at the top', () => {
    expect(ids(withRecord(pages(pageOf(second, first)), third))[0]).toBe(third.id)
  })

  it('take a job that was missed where its time puts it', () => {
    expect(ids(withRecord(pages(pageOf(third, first)), second))).toEqual([
      third.id,
      second.id,
      first.id,
    ])
  })

  it('put a changed job in the place of its older self, on whatever page it is', () => {
    const failed = generationFixture(1, { state: 'failed', outputs: [] })
    const all = withRecord(pages(pageOf(second), pageOf(first)), failed)
    expect(recordsOf(all).map(({ state }) => state)).toEqual(['completed', 'failed'])
  })

  it('forget a job that was never accepted', () => {
    expect(ids(withoutRecord(pages(pageOf(second, first)), second.id))).toEqual([first.id])
  })

  it('know which of two states is further in its life', () => {
    const queued = generationFixture(1, { state: 'queued' })
    expect(isFurther(first, queued)).toBe(true)
    expect(isFurther(queued, first)).toBe(false)
  })
})
