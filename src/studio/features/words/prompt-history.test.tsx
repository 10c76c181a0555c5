import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { PastPrompt } from '#contract/prompt.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { PromptHistory } from './prompt-history.tsx'
import { useHistoryWalk } from './use-history-walk.ts'

const past = (prompt: string, times = 1): PastPrompt => ({
  prompt,
  type: 'image_edit',
  used_at: '2026-11-22T12:00:00.000Z',
  times,
})
const all = [past('A red fox', 3), past('A tide at dusk'), past('Fog over a lake')]

function serve(answer?: () => { status: number; body: unknown }) {
  return fakeNetwork(({ path }) => {
    if (answer) return answer()
    const q = new URL(path, 'http://x').searchParams.get('q') ?? ''
    return { body: { data: all.filter(({ prompt }) => prompt.toLowerCase().includes(q)) } }
  })
}

const inClient = (children: React.ReactNode) => (
  <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
    {children}
  </QueryClientProvider>
)

function open(answer?: () => { status: number; body: unknown }) {
  const log = serve(answer)
  const taken: string[] = []
  render(inClient(<PromptHistory onTake={(prompt) => taken.push(prompt)} />))
  return { log, taken, user: userEvent.setup() }
}

const search = () => screen.getByRole('searchbox', { name: 'Search prompts' })
const focused = () => document.activeElement?.textContent ?? ''

afterEach(() => vi.unstubAllGlobals())

it('lists the prompts of before and takes one by the keyboard alone', async () => {
  const { taken, user } = open()
  expect(document.activeElement).toBe(search())
  await screen.findByText('A red fox')
  expect(screen.getByText(/Edit image · .* · 3 times/)).toBeDefined()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(focused()).toContain('A tide')
  await user.keyboard('{End}')
  expect(focused()).toContain('Fog')
  await user.keyboard('{ArrowDown}{Home}{ArrowUp}')
  expect(document.activeElement).toBe(search())
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(taken).toEqual(['A tide at dusk'])
})

it('searches, takes the first by Enter, and says when there is nothing', async () => {
  const { taken, user, log } = open()
  await user.type(search(), 'fog')
  await waitFor(() => expect(screen.queryByText('A red fox')).toBeNull())
  expect(log.at(-1)?.path).toContain('q=fog')
  await user.keyboard('{Enter}')
  expect(taken).toEqual(['Fog over a lake'])
  await user.type(search(), 'gy')
  await user.click(await screen.findByRole('button', { name: 'Show all' }))
  expect(await screen.findByText('A red fox')).toBeDefined()
})

it('says why there is no list and asks again', async () => {
  const body = { type: 'about:blank', title: 'x', status: 500, code: 'internal', detail: 'Broken.' }
  let isBroken = true
  const { user } = open(() =>
    isBroken ? { status: 500, body } : { status: 200, body: { data: all } },
  )
  expect(await screen.findByText('Broken.')).toBeDefined()
  isBroken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('A red fox')).toBeDefined()
})

function Field() {
  const [value, onChange] = useState('my own')
  const { onKeyDown, place } = useHistoryWalk({ value, onChange })
  return (
    <label>
      Words {place}
      <textarea
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}

it('walks through the prompts in the field itself and comes back to what was written', async () => {
  const log = serve()
  render(inClient(<Field />))
  const user = userEvent.setup()
  const field = screen.getByRole<HTMLTextAreaElement>('textbox')
  await waitFor(() => expect(log).toHaveLength(1))
  await user.click(field)
  await waitFor(async () => {
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(field.value).not.toBe('my own')
  })
  expect(screen.getByText('Words Prompt 1 of 3')).toBeDefined()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  expect(field.value).toBe('A tide at dusk')
  await user.type(field, ', gulls')
  await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}')
  expect(field.value).toBe('my own')
  await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}')
  expect(field.value).toBe('A tide at dusk, gulls')
  await user.keyboard('{ArrowUp}')
  expect(field.value).toBe('A tide at dusk, gulls')
})
