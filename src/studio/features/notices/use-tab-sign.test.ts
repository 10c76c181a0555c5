import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { State } from '#contract/generation.ts'
import { generationFixture } from '../../api/generation-fixture.ts'
import { showPage } from './notices-fixture.ts'
import { useTabSign } from './use-tab-sign.ts'

const job = (n: number, state: State) => generationFixture(n, { state })
const icon = () => document.querySelector('link')?.getAttribute('href')

beforeEach(() => {
  document.head.innerHTML = '<link rel="icon" href="/icon.svg" />'
})
afterEach(() => {
  vi.restoreAllMocks()
  document.head.innerHTML = ''
})

describe('the tab', () => {
  it('says what runs, and nothing when nothing runs', () => {
    const { rerender } = renderHook(useTabSign, {
      initialProps: [job(1, 'processing'), job(2, 'queued'), job(3, 'held')],
    })
    expect(document.title).toBe('2 running · Dailies')
    expect(icon()).toBe('/icon-running.svg')
    rerender([job(1, 'completed'), job(2, 'completed'), job(3, 'held')])
    expect(document.title).toBe('Dailies')
    expect(icon()).toBe('/icon.svg')
  })

  it('says what ended while nobody looked, until somebody does', () => {
    const { rerender } = renderHook(useTabSign, {
      initialProps: [job(1, 'processing'), job(2, 'queued'), job(3, 'completed')],
    })
    act(() => showPage(false))
    rerender([job(1, 'completed'), job(2, 'queued'), job(3, 'completed')])
    expect(document.title).toBe('✓ 1 ready, 1 running · Dailies')
    expect(icon()).toBe('/icon-done.svg')
    rerender([job(1, 'completed'), job(2, 'failed'), job(3, 'completed')])
    expect(document.title).toBe('✓ 1 ready, ! 1 not made · Dailies')
    expect(icon()).toBe('/icon-failed.svg')
    act(() => showPage(true))
    expect(document.title).toBe('Dailies')
    expect(icon()).toBe('/icon.svg')
  })
})
