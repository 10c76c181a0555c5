import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { MediaRef } from '#contract/media-ref.ts'
import { fakeNetwork } from '../api/network-fixture.ts'
import { fakeUploads, uploadFixture } from '../api/upload-fixture.ts'
import { fakeBrowser, fileFixture } from './file-fixture.ts'
import { MediaList } from './media-list.tsx'
import { useMediaLooks } from './use-media-looks.ts'

const upload = (n: number) => ({ upload_id: uploadFixture(n).id })

function List({ first, limit }: { first: MediaRef[]; limit: number }) {
  const [value, setValue] = useState(first)
  const [prompt, setPrompt] = useState('')
  const lookOf = useMediaLooks(value)
  return (
    <>
      <MediaList
        label="References"
        value={value}
        onChange={setValue}
        lookOf={lookOf}
        limit={limit}
        onMention={setPrompt}
      />
      <output data-testid="value">{JSON.stringify(value)}</output>
      <output data-testid="prompt">{prompt}</output>
    </>
  )
}

function open(numbers: number[], limit = 9) {
  fakeBrowser({})
  const sent = fakeUploads()
  fakeNetwork(({ path }) => ({ body: uploadFixture(Number(path.slice(-4))) }))
  render(
    <QueryClientProvider client={new QueryClient()}>
      <List first={numbers.map(upload)} limit={limit} />
    </QueryClientProvider>,
  )
  return { sent, user: userEvent.setup() }
}

const value = () =>
  (JSON.parse(screen.getByTestId('value').textContent ?? '') as { upload_id: string }[]).map(
    (ref) => Number(ref.upload_id.slice(-4)),
  )
const thumb = (name: string) =>
  screen.getByRole('button', { name: new RegExp(`^${name} reference:`) })
const act = (name: string) => screen.getByRole('button', { name })
const pick = () => screen.getByLabelText('References: files')

const pointer = (type: string, clientX: number) =>
  fireEvent(
    thumb('First'),
    new MouseEvent(type, { bubbles: true, button: 0, clientX, clientY: 40 }),
  )

afterEach(() => vi.unstubAllGlobals())

describe('references', () => {
  it('come several at once, in the order they were chosen, with room for no more', async () => {
    const { sent, user } = open([1], 3)
    const files = ['b.png', 'c.png', 'd.png'].map((name) => fileFixture('png', name))
    await user.upload(pick(), files)
    expect(screen.getByText('Only 2 of 3 fit here: the first.')).toBeTruthy()
    await waitFor(() => expect(sent).toHaveLength(1))
    sent[0]?.answer(uploadFixture(2))
    await waitFor(() => expect(sent).toHaveLength(2))
    sent[1]?.answer(uploadFixture(3))
    await waitFor(() => expect(value()).toEqual([1, 2, 3]))
    expect(screen.getByText('3 of 3')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'References: pick a file' })).toBeNull()
  })

  it('are one stop for Tab, walked by arrows and moved with Alt', async () => {
    const { user } = open([1, 2, 3])
    thumb('First').focus()
    await user.keyboard('{ArrowRight}')
    await waitFor(() => expect(document.activeElement).toBe(thumb('Second')))
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    expect(value()).toEqual([1, 3, 2])
    await waitFor(() => expect(document.activeElement).toBe(thumb('Third')))
    expect(screen.getByText('Moved: it is the third reference now.')).toBeTruthy()
    await user.keyboard('{Delete}')
    expect(value()).toEqual([1, 3])
  })

  it('are moved by buttons, too', async () => {
    const { user } = open([1, 2])
    await user.click(act('Move the first reference right'))
    expect(value()).toEqual([2, 1])
    await user.click(act('Move the second reference left'))
    expect(value()).toEqual([1, 2])
  })

  it('are dragged to another place', () => {
    open([1, 2, 3])
    const items = within(screen.getByRole('list', { name: 'References' })).getAllByRole('listitem')
    for (const [index, item] of items.entries()) {
      item.getBoundingClientRect = () => new DOMRect(index * 90, 0, 84, 84)
    }
    pointer('pointerdown', 40)
    pointer('pointermove', 200)
    expect(items[2]?.style.transform).toBe('translate(-90px, 0px)')
    pointer('pointerup', 225)
    expect(value()).toEqual([2, 3, 1])
    expect(items[2]?.style.transform).toBe('')
  })

  it('are mentioned in the prompt by their order', async () => {
    const { user } = open([1, 2])
    await user.click(thumb('Second'))
    await user.click(act('Mention the second reference in the prompt'))
    expect(screen.getByTestId('prompt').textContent).toBe('second reference')
  })

  it('are replaced in their place', async () => {
    const { user, sent } = open([1, 2], 2)
    await user.click(act('Replace the first reference'))
    await user.upload(pick(), fileFixture('png', 'e.png'))
    await waitFor(() => expect(sent).toHaveLength(1))
    sent[0]?.answer(uploadFixture(5))
    await waitFor(() => expect(value()).toEqual([5, 2]))
  })
})
