import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'

const said = { error: vi.spyOn(console, 'error'), warn: vi.spyOn(console, 'warn') }

/** A busy machine may take its time; what never comes still fails. */
configure({ asyncUtilTimeout: 10_000 })

/** jsdom lays nothing out, so there is nothing to scroll to. */
Element.prototype.scrollIntoView = () => undefined

beforeEach(() => {
  localStorage.clear()
  for (const spy of Object.values(said)) spy.mockClear()
})

/** A test that expects a complaint clears the spy itself; any other complaint fails it. */
afterEach(() => {
  cleanup()
  expect(said.error.mock.calls).toEqual([])
  expect(said.warn.mock.calls).toEqual([])
})
