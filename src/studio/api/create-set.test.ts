import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSet } from './create-set.ts'
import { expectedOf } from './expected.ts'
import { generationFixture } from './generation-fixture.ts'
import { fakeNetwork } from './network-fixture.ts'

const setId = generationFixture(900).id
const items = [11, 12, 13].map((n) => {
  const { id, request } = generationFixture(n)
  return { id, request }
})
const accepted = items.map((item, index) =>
  generationFixture(0, {
    ...item,
    state: 'held',
    outputs: [],
    set: { id: setId, position: index + 1, size: 3 },
    held: { reason: 'over_budget', until: null },
  }),
)

function open() {
  const client = new QueryClient()
  const listed = () => expectedOf(client).map(({ record }) => record)
  const submit = () => new MutationObserver(client, createSet(client)).mutate({ id: setId, items })
  return { listed, submit }
}

afterEach(() => vi.unstubAllGlobals())

describe('submitting a set', () => {
  it('shows its items from the first to the last before anybody answers', async () => {
    fakeNetwork(() => ({ status: 201, body: { id: setId, data: accepted } }))
    const { listed, submit } = open()
    const answer = submit()
    await waitFor(() => expect(listed()).toHaveLength(3))
    expect(listed().map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    await answer
    expect(listed().map(({ state }) => state)).toEqual(['held', 'held', 'held'])
    expect(listed()[2]?.set).toEqual({ id: setId, position: 3, size: 3 })
  })

  it('takes all of it from the wall again when it is refused', async () => {
    const detail = 'Write a prompt.'
    const body = {
      type: '',
      title: '',
      status: 422,
      code: 'rule',
      detail,
      path: 'items[1].request',
    }
    fakeNetwork(() => ({ status: 422, body }))
    const { listed, submit } = open()
    await expect(submit()).rejects.toMatchObject({ path: 'items[1].request' })
    expect(listed()).toEqual([])
  })
})
