import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, renderHook, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Generation, State } from '#contract/generation.ts'
import { generationFixture } from '../../api/generation-fixture.ts'
import { leaderQuery } from '../../api/leader.ts'
import { chooseNotices, noticeChoices } from './notice-choices.ts'
import { NoticeSettings } from './notice-settings.tsx'
import { fakeNotifications, showPage } from './notices-fixture.ts'
import { useEndingNotices } from './use-ending-notices.ts'

const job = (state: State, part: Partial<Generation> = {}) => [
  generationFixture(1, { state, ...part }),
]

function follow(isLeader: boolean) {
  const client = new QueryClient()
  client.setQueryData<boolean>(leaderQuery().queryKey, isLeader)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return renderHook((records: Generation[]) => useEndingNotices(records, () => undefined), {
    initialProps: job('processing'),
    wrapper,
  })
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 300))

beforeEach(() => chooseNotices({ notify: false, sound: false }))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('being told of an end', () => {
  it('asks the browser only when it is switched on', async () => {
    const { asked } = fakeNotifications('granted')
    render(<NoticeSettings />)
    expect(asked.count).toBe(0)
    await userEvent.setup().click(screen.getByRole('switch', { name: 'Notify me' }))
    expect(asked.count).toBe(1)
    expect(screen.getByRole('switch', { name: 'Notify me', checked: true })).toBeTruthy()
    expect(noticeChoices()).toEqual({ notify: true, sound: false })
  })

  it('stays off when the browser says no, and says why', async () => {
    fakeNotifications('denied')
    render(<NoticeSettings />)
    await userEvent.setup().click(screen.getByRole('switch', { name: 'Notify me' }))
    expect(screen.getByRole('switch', { name: 'Notify me', checked: false })).toBeTruthy()
    expect(screen.getAllByText(/was told to block/).length).toBeGreaterThan(0)
  })

  it('counts until the page is closed where the browser keeps nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('blocked')
    })
    chooseNotices({ sound: true })
    expect(noticeChoices()).toEqual({ notify: false, sound: true })
  })

  it('happens once, by the tab that leads, while nobody looks', async () => {
    const { shown, allow } = fakeNotifications('granted')
    allow()
    chooseNotices({ notify: true })
    showPage(false)
    for (const isLeader of [true, false]) follow(isLeader).rerender(job('completed'))
    await settle()
    expect(shown).toEqual([{ title: 'Image: ready', body: 'Picture 1' }])
  })

  it('does not happen to a person who looks, nor for what they took back', async () => {
    const { shown, allow } = fakeNotifications('granted')
    allow()
    chooseNotices({ notify: true })
    follow(true).rerender(job('completed'))
    await settle()
    showPage(false)
    follow(true).rerender(job('failed', { failure_code: 'withdrawn' }))
    await settle()
    expect(shown).toEqual([])
  })
})
