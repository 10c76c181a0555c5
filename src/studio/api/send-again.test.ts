import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { generationFixture } from './generation-fixture.ts'
import { fakeNetwork } from './network-fixture.ts'
import { sendAgain } from './send-again.ts'

afterEach(() => vi.unstubAllGlobals())

it('running again after a lost answer is the same job, and after an answer a new one', async () => {
  let isUp = false
  const log = fakeNetwork(() => (isUp ? { status: 201, body: generationFixture(2) } : 'no answer'))
  const client = new QueryClient()
  const record = generationFixture(1)
  await expect(sendAgain(client, record)).rejects.toMatchObject({ code: 'network' })
  isUp = true
  await sendAgain(client, record)
  await sendAgain(client, record)
  const [lost, same, next] = log.map(({ id }) => id)
  expect(same).toBe(lost)
  expect(next).not.toBe(lost)
})
