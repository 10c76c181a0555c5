import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Origin } from '#contract/family.ts'
import { generationFixture } from '../../api/generation-fixture.ts'
import { acceptPost, actButton, openCompose } from './compose-fixture.tsx'
import { recall, remember } from './draft-memory.ts'
import { freshDraft } from './fresh-draft.ts'
import { single } from './plan/plan.ts'

const origin: Origin = { id: generationFixture(9).id, step: 'settings' }

function open() {
  remember('current', {
    draft: { ...freshDraft.image, prompt: 'Red fox' },
    plan: single,
    origin,
  })
  const scene = openCompose({ answer: acceptPost })
  const { mock: said } = vi.spyOn(globalThis, 'fetch')
  const origins = () =>
    said.calls
      .filter(([, init]) => init?.method === 'POST')
      .map(([, init]) => new Headers(init?.headers).get('dailies-origin'))
  return { ...scene, origins }
}

afterEach(() => vi.unstubAllGlobals())

it('what comes of used settings is told whose they are, as often as it is sent', async () => {
  const { user, posts, origins } = open()
  await user.click(actButton('Generate'))
  await waitFor(() => expect(posts).toHaveLength(1))
  await user.click(actButton('Generate'))
  await waitFor(() => expect(origins()).toEqual([`${origin.id};settings`, `${origin.id};settings`]))
})

it('nothing is told once it is taken off, and undo brings it back', async () => {
  const { user, origins } = open()
  await user.click(screen.getByRole('button', { name: 'Not from there' }))
  expect(screen.queryByText(/^From/)).toBeNull()
  expect(recall('current').origin).toBeNull()
  await user.click(actButton('Generate'))
  await waitFor(() => expect(origins()).toEqual([null]))
  await user.click(actButton('Undo'))
  expect(screen.getByText(/^From/)).toBeTruthy()
})

it('another kind comes from nobody', async () => {
  const { user } = open()
  await user.click(screen.getByRole('radio', { name: 'Video' }))
  expect(screen.queryByText(/^From/)).toBeNull()
})
