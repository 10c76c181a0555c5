import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Generation } from '#contract/generation.ts'
import { generationFixture } from '../../api/generation-fixture.ts'
import { showWall } from './wall-fixture.tsx'

const set = (position: number) => ({ id: generationFixture(900).id, position, size: 3 })
const held = (n: number, part: Partial<Generation> = {}) =>
  generationFixture(n, {
    state: 'held',
    world: 'luma',
    outputs: [],
    held: { reason: 'over_budget', until: null },
    failure_reason: 'Over today’s budget of $5.00. It would cost $0.30.',
    ...part,
  })

const show = (answer: { status?: number; body: unknown }, ...records: Generation[]) =>
  showWall(records, { post: () => answer })

afterEach(() => vi.unstubAllGlobals())

describe('a tile that is held', () => {
  it('says why, and what it would cost', async () => {
    show({ body: {} }, held(1))
    expect(
      await screen.findByText('Held: over today’s budget of $5.00. It would cost $0.30.'),
    ).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Image, held: Picture 1' })).toBeTruthy()
  })

  it('is sent by keyboard alone, once, and keeps the focus', async () => {
    const sent = held(1, { state: 'intent', held: null, failure_reason: null })
    const { user, posts } = show({ body: sent }, held(1))
    const tile = await screen.findByRole('link', { name: 'Image, held: Picture 1' })
    tile.focus()
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Send anyway' }))
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('link', { name: 'Image, waiting: Picture 1' })).toBe(
      document.activeElement,
    )
    expect(posts()).toEqual([`/api/generations/${sent.id}/send`])
    expect(screen.queryByRole('button', { name: 'Send anyway' })).toBeNull()
  })

  it('is taken back, and says that it cost nothing', async () => {
    const failure_reason = 'Taken back before it was sent, so nothing was billed.'
    const back = held(1, { state: 'failed', held: null, failure_code: 'withdrawn', failure_reason })
    const { user, posts } = show({ body: back }, held(1))
    await user.click(await screen.findByRole('button', { name: 'Take back' }))
    expect(await screen.findByRole('link', { name: 'Image, taken back: Picture 1' })).toBeTruthy()
    expect(screen.getByText(new RegExp(failure_reason))).toBeTruthy()
    expect(posts()).toEqual([`/api/generations/${back.id}/withdraw`])
  })

  it('tells when it was too late', async () => {
    const detail = 'It is not held any more, so this cannot be decided now.'
    const problem = { type: '', title: '', status: 409, code: 'not_held', detail }
    const { user } = show({ status: 409, body: problem }, held(1))
    await user.click(await screen.findByRole('button', { name: 'Take back' }))
    expect((await screen.findByRole('alert')).textContent).toBe(detail)
  })

  it('by the rate limit says when it goes by itself', async () => {
    const until = new Date(Date.now() + 42_500).toISOString()
    show({ body: {} }, held(1, { held: { reason: 'rate_limited', until } }))
    expect(await screen.findByText('Held: Luma takes no more for the moment.')).toBeTruthy()
    expect(screen.getByText(/sent again by itself in 0:4\d/)).toBeTruthy()
  })
})

describe('the tiles of a set', () => {
  it('say which of how many they are, in every state', async () => {
    show(
      { body: {} },
      generationFixture(3, { set: set(1) }),
      generationFixture(2, { set: set(2), state: 'processing', outputs: [] }),
      held(1, { set: set(3) }),
    )
    expect(await screen.findByRole('link', { name: 'Image 1 of 3: Picture 3' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Image 2 of 3, rendering: Picture 2' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Image 3 of 3, held: Picture 1' })).toBeTruthy()
    await screen.findByText('3/3')
    const said = screen.getAllByRole('listitem').map(({ dataset, textContent }) => {
      return /\d\/3/.exec(`${dataset.kind} ${textContent}`)?.[0]
    })
    expect(said).toEqual(['1/3', '2/3', '3/3'])
  })
})
