import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import { actButton, openCompose } from './compose-fixture.tsx'

const fox: Draft = { type: 'image', prompt: 'A fox', model: 'uni-1' }
const surf: Draft = {
  type: 'video',
  prompt: 'Surf',
  aspect_ratio: '16:9',
  video: { resolution: '720p', duration: '5s', hdr: true },
}
const aDay = (day_usd: number | null, submission_usd: number | null = null) => ({
  day_usd,
  submission_usd,
})

afterEach(() => vi.unstubAllGlobals())

describe('what it costs', { timeout: 20_000 }, () => {
  it('stands beside the button, each and together, with what went today', async () => {
    openCompose({ draft: fox, plan: { times: 12 }, world: 'luma', todayUsd: 3.2, budget: aDay(5) })
    expect(await screen.findByText('12 × $0.0404 = $0.48')).toBeTruthy()
    expect(await screen.findByRole('button', { name: /^Today \$3.20 of \$5.00/ })).toBeTruthy()
    expect(actButton('Generate 12')).toBeTruthy()
  })

  it('says that a set over the budget is held, before it is pressed', async () => {
    const { posts, user } = openCompose({
      draft: fox,
      plan: { times: 12 },
      world: 'luma',
      todayUsd: 4.8,
      budget: aDay(5),
    })
    const hold = await screen.findByRole('button', { name: 'Hold 12: over budget' })
    const why = document.getElementById(hold.getAttribute('aria-describedby') ?? '')?.textContent
    expect(why).toMatch(/^Over today’s budget of \$5.00.*held here until you send it.$/)
    await user.click(hold)
    await waitFor(() => expect(posts).toHaveLength(1))
  })

  it('does not hold what is free', async () => {
    openCompose({ draft: fox, world: 'local', budget: aDay(0) })
    expect(await screen.findByText('Free here, $0.0404 on Luma')).toBeTruthy()
    expect(actButton('Generate')).toBeTruthy()
  })
})

describe('the budget', () => {
  it('is set, checked and cleared by keyboard', async () => {
    const { user, budget } = openCompose({ draft: fox, world: 'luma', budget: aDay(null, 2) })
    ;(await screen.findByRole('button', { name: /^Today/ })).focus()
    await user.keyboard('{Enter}')
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Budget' }, { timeout: 15_000 }),
    )
    const day = dialog.getByRole<HTMLInputElement>('textbox', { name: 'A day' })
    const once = dialog.getByRole<HTMLInputElement>('textbox', { name: 'One submission' })
    expect([day.value, once.value]).toEqual(['', '2'])
    await user.type(day, 'five{Enter}')
    expect(dialog.getByText('Write dollars, like 5 or 5.50.')).toBeTruthy()
    expect(day.getAttribute('aria-invalid')).toBe('true')
    expect(budget()).toEqual(aDay(null, 2))
    await user.clear(day)
    await user.type(day, '$0.03')
    await user.click(dialog.getByRole('button', { name: 'One submission: no limit' }))
    await user.type(day, '{Enter}')
    await waitFor(() => expect(budget()).toEqual(aDay(0.03)))
    expect(await screen.findByRole('button', { name: 'Hold: over budget' })).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
  }, 30_000)
})

describe('draft first', { timeout: 20_000 }, () => {
  it('sends the same at 360p without HDR, says so and what it costs, and keeps the form', async () => {
    const { user, posts } = openCompose({ draft: surf, world: 'luma' })
    const button = await screen.findByRole('button', { name: 'Draft first' })
    const says = document.getElementById(button.getAttribute('aria-describedby') ?? '')
    expect(says?.textContent).toBe('360p, HDR off, $0.06')
    await user.click(button)
    await waitFor(() => expect(posts).toHaveLength(1))
    expect(posts[0]?.items[0]?.request).toEqual({
      ...surf,
      video: { resolution: '360p', duration: '5s' },
    })
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '720p' }).checked).toBe(true)
  })

  it('is not offered for pictures, nor where resolutions are compared', () => {
    const { unmount } = openCompose({ draft: fox })
    expect(screen.queryByRole('button', { name: /^Draft first/ })).toBeNull()
    unmount()
    openCompose({
      draft: surf,
      plan: { axes: [{ path: 'video.resolution', values: ['720p', '1080p'] }] },
    })
    expect(screen.queryByRole('button', { name: /^Draft first/ })).toBeNull()
  })
})
