import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ToastDesk } from './toast-desk.tsx'
import { useToast } from './use-toast.ts'

const undo = vi.fn()
const thrown = { text: 'Thrown', act: { label: 'Undo', run: undo } }

function Page() {
  const say = useToast()
  return (
    <>
      <button type="button" onClick={() => say(thrown)}>
        Throw
      </button>
      <button type="button" onClick={() => say({ text: 'Kept' })}>
        Keep
      </button>
    </>
  )
}
const show = () =>
  render(
    <ToastDesk>
      <Page />
    </ToastDesk>,
  )
const named = (name: string) => screen.getByRole('button', { name })
const press = (name: string) => fireEvent.click(named(name))
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  undo.mockClear()
})
afterEach(() => vi.useRealTimers())

describe('what was just done', () => {
  it('is told one at a time, and goes by itself', () => {
    show()
    press('Throw')
    press('Keep')
    expect(screen.getByRole('status').textContent).toBe('Kept')
    pass(8000)
    expect(screen.getByRole('status').textContent).toBe('')
  })

  it('stays for as long as it is pointed at or focused', () => {
    show()
    press('Throw')
    fireEvent.pointerEnter(screen.getByText('Thrown').parentElement as Element)
    pass(60_000)
    press('Undo')
    expect(undo).toHaveBeenCalledOnce()
    expect(screen.queryByText('Thrown')).toBeNull()
    press('Throw')
    act(() => named('Undo').focus())
    pass(60_000)
    expect(screen.getByText('Thrown')).toBeTruthy()
  })
})
