import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { lazy, Suspense } from 'react'
import { expect, it, vi } from 'vitest'
import { useShortcuts } from '../lib/use-shortcuts.ts'
import { EarlyKeys } from './early-keys.tsx'

it.each([
  ['/', 'search'],
  ['gb', 'boards'],
  ['gt', 'trash'],
])(
  '%s, pressed while the tools are loading, is done once when they are there',
  async (keys, done) => {
    const did = vi.fn()
    function Tools() {
      useShortcuts(['anywhere'], {
        search: () => did('search'),
        goToBoards: () => did('boards'),
        goToTrash: () => did('trash'),
      })
      return <p>Tools</p>
    }
    let arrive: (module: { default: typeof Tools }) => void
    const loading = new Promise<{ default: typeof Tools }>((resolve) => (arrive = resolve))
    const Lazy = lazy(() => loading)
    render(
      <Suspense fallback={<EarlyKeys />}>
        <Lazy />
      </Suspense>,
    )
    await userEvent.keyboard(keys)
    expect(did).not.toHaveBeenCalled()
    await act(async () => arrive!({ default: Tools }))
    await screen.findByText('Tools')
    await waitFor(() => expect(did.mock.calls).toEqual([[done]]))
  },
)
