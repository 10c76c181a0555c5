import { expect, it } from 'vitest'
import { generationFixture } from './generation-fixture.ts'
import { isFurther } from './is-further.ts'

it('of two states of a job, the later in its life is known', () => {
  const queued = generationFixture(1, { state: 'queued' })
  const done = generationFixture(1)
  const held = generationFixture(1, { state: 'held' })
  expect(isFurther(done, queued)).toBe(true)
  expect(isFurther(queued, done)).toBe(false)
  expect(isFurther(held, generationFixture(1, { state: 'intent' }))).toBe(false)
})
