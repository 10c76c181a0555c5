import { useQuery } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Generation } from '#contract/generation.ts'
import { generationFixture } from '../../api/generation-fixture.ts'
import { generationQuery } from '../../api/generations.ts'
import { showJudging } from './judging-fixture.tsx'
import { MarksPanel } from './marks-panel.tsx'
import { noteMemory } from './note-memory.ts'

const record = generationFixture(7, {
  marks: { favourite: false, stars: 2, review: null, tags: ['elk', 'fox'], note: 'Soft.' },
})

function show() {
  function Page() {
    const { data } = useQuery({ ...generationQuery(record.id), refetchOnMount: false })
    return <MarksPanel record={(data as Generation) ?? record} onBoard={vi.fn()} />
  }
  const shown = showJudging(<Page />, [record])
  const changes = () =>
    shown.sent().map(({ body }) => (body as { change: Record<string, unknown> }).change)
  return { ...shown, changes }
}
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })
const note = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })

afterEach(() => vi.unstubAllGlobals())

describe('the judgement of one', () => {
  it('gives stars, and takes them away by the star that was given', async () => {
    const { user, changes } = show()
    expect(radio('2 stars').checked).toBe(true)
    await user.click(radio('4 stars'))
    await user.click(radio('4 stars'))
    await waitFor(() => expect(changes()).toEqual([{ stars: 4 }, { stars: 0 }]))
  })

  it('decides', async () => {
    const { user, changes } = show()
    await user.click(radio('Pick'))
    await user.click(screen.getByRole('button', { name: 'Favourite' }))
    await waitFor(() => expect(changes()).toEqual([{ review: 'pick' }, { favourite: true }]))
    expect(radio('Pick').checked).toBe(true)
  })

  it('adds and removes tags by keyboard, each once', async () => {
    const { user, changes } = show()
    const field = screen.getByRole('combobox', { name: 'Add a tag' })
    await user.type(field, 'owl{Enter}FOX{Enter}{Backspace}')
    await waitFor(() => expect(changes()).toHaveLength(2))
    expect(changes()).toEqual([{ add_tags: ['owl'] }, { remove_tags: ['owl'] }])
    await user.click(screen.getByRole('button', { name: 'Remove tag elk' }))
    await waitFor(() => expect(changes()).toHaveLength(3))
    expect(document.activeElement).toBe(field)
  })
})

describe('a note', () => {
  it('saves itself once it is left, and says so', async () => {
    const { user, changes } = show()
    await user.type(note(), ' Sharper?')
    await user.tab()
    expect(await screen.findByText('Saved')).toBeTruthy()
    expect(changes()).toEqual([{ note: 'Soft. Sharper?' }])
  })

  it('saves itself when the item is left in the middle of a word', async () => {
    const { user, changes, close } = show()
    await user.type(note(), ' Sharp')
    close()
    await waitFor(() => expect(changes()).toEqual([{ note: 'Soft. Sharp' }]))
    await waitFor(() => expect(noteMemory.read(record.seq)).toBeNull())
  })

  it('is not lost when it cannot be saved', async () => {
    const { user, server, changes } = show()
    server.isRefusing = true
    await user.type(note(), ' Sharper?')
    await user.tab()
    expect(await screen.findByText('Not saved; kept in this browser.')).toBeTruthy()
    expect(note().value).toBe('Soft. Sharper?')
    server.isRefusing = false
    await user.click(screen.getByRole('button', { name: 'Save again' }))
    expect(await screen.findByText('Saved')).toBeTruthy()
    expect(changes()).toHaveLength(2)
    await act(async () => undefined)
  })
})
