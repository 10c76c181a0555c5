import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { everything, facetNames, type Find, readFind, writeFind } from '#contract/find.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { ToastDesk } from '../../ui/toast-desk.tsx'
import { FindBar } from './find-bar.tsx'

const boardId = '00000000-0000-4000-8000-0000000000b1'
const counts = (find: Find) => {
  const isVideo = find.facets.type?.includes('video')
  const tags = Array.from({ length: 14 }, (_, n) => ({ value: `t${n}`, label: `t${n}`, count: n }))
  return {
    total: isVideo ? 9 : 39,
    facets: {
      ...Object.fromEntries(facetNames.map((name) => [name, []])),
      type: [
        { value: 'video', label: 'video', count: 9 },
        { value: 'image', label: 'image', count: 30 },
      ],
      stars: isVideo
        ? [{ value: '5', label: '5', count: 1 }]
        : [
            { value: '5', label: '5', count: 3 },
            { value: '4', label: '4', count: 7 },
          ],
      tag: tags,
      board: [{ value: boardId, label: 'Foxes', count: 2 }],
    },
  }
}
const foxes = {
  id: boardId,
  name: 'Foxes',
  find: null,
  count: 2,
  cover: null,
  created_at: '2026-11-22T12:00:00.000Z',
}

function show(start: Partial<Find> = {}, taken = false) {
  const log = fakeNetwork(({ method, path, body }) => {
    const url = new URL(path, 'http://page')
    if (url.pathname === '/api/facets') return { body: counts(readFind(url.searchParams)) }
    if (method === 'GET') return { body: { data: [foxes] } }
    if (taken) {
      const problem = { type: 'about:blank', title: 'Taken', code: 'name_taken', status: 409 }
      return { status: 409, body: { ...problem, detail: 'There is a board called so.' } }
    }
    return { body: { ...foxes, ...(body as object) } }
  })
  const seen: { find: string; how: string }[] = []
  const onLeave = vi.fn()
  const onEmptyTrash = vi.fn()
  function Page() {
    const [find, setFind] = useState<Find>({ ...everything, ...start })
    return (
      <FindBar
        find={find}
        onFind={(next, how) => {
          seen.push({ find: decodeURIComponent(writeFind(next).toString()), how })
          setFind(next)
        }}
        total={39}
        isRanked={find.q !== ''}
        onLeave={onLeave}
        onEmptyTrash={onEmptyTrash}
      />
    )
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ToastDesk>
        <Page />
      </ToastDesk>
    </QueryClientProvider>,
  )
  return { seen, onLeave, onEmptyTrash, log, user: userEvent.setup() }
}

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search' })
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })
const last = <Value,>(values: readonly Value[]) => values.at(-1)

beforeAll(() => Promise.all([import('./filter-panel.tsx'), import('./save-board.tsx')]))
afterEach(() => vi.unstubAllGlobals())

describe('the search', () => {
  it('is reached by its key and asks once the typing rests', async () => {
    const { seen, user } = show()
    await user.keyboard('/')
    await waitFor(() => expect(document.activeElement).toBe(field()))
    await user.keyboard('red fox')
    expect(field().value).toBe('red fox')
    await waitFor(() => expect(last(seen)).toEqual({ find: 'q=red+fox', how: 'replace' }))
    expect(seen.length).toBeLessThan(7)
    expect(screen.getByRole('option', { name: 'Best match' })).toBeTruthy()
  })

  it('goes on to the wall with what was typed', async () => {
    const { seen, onLeave, user } = show()
    await user.type(field(), 'owl{Enter}')
    expect(last(seen)?.find).toBe('q=owl')
    expect(onLeave).toHaveBeenCalledOnce()
  })

  it('is cleared by Esc first, and left by the second', async () => {
    const { seen, onLeave, user } = show({ q: 'fox' })
    await user.click(field())
    await user.keyboard('{Escape}')
    expect(last(seen)?.find).toBe('')
    expect(onLeave).not.toHaveBeenCalled()
    await user.keyboard('{Escape}')
    expect(onLeave).toHaveBeenCalledOnce()
  })

  it('shows what is chosen, and lets go of it by press or Backspace', async () => {
    const { seen, user } = show({ facets: { type: ['video'], board: [boardId] } })
    expect(await screen.findByRole('button', { name: 'Remove Foxes' })).toBeTruthy()
    await user.click(field())
    await user.keyboard('{Backspace}')
    expect(last(seen)?.find).toBe('type=video')
    screen.getByRole('button', { name: 'Remove Video' }).focus()
    await user.keyboard('{Delete}')
    expect(last(seen)?.find).toBe('')
    expect(document.activeElement).toBe(field())
  })
})

describe('the filter', () => {
  it('narrows by keyboard alone, and nothing changes its place', async () => {
    const { seen, user } = show()
    screen.getByRole('button', { name: 'Filter' }).focus()
    await user.keyboard('{Enter}')
    const panel = within(await screen.findByRole('dialog', { name: 'Filter' }))
    await panel.findByRole('checkbox', { name: 'Video, 9' })
    await waitFor(() =>
      expect(document.activeElement).toBe(panel.getByRole('tab', { name: 'Type' })),
    )
    await user.tab()
    await user.keyboard('{ArrowDown} ')
    expect(last(seen)).toEqual({ find: 'type=video', how: 'replace' })
    await panel.findByText('9 found')
    expect(panel.getAllByRole('checkbox').map((each) => each.dataset.value)).toEqual([
      'image',
      'video',
    ])
    await user.click(panel.getByRole('tab', { name: 'Stars' }))
    expect(box('5 stars, 1')).toBeTruthy()
    expect(box('4 stars, 0')).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Filter, 1 chosen' })),
    )
  })

  it('finds a value among many by a part of its name', async () => {
    const { user } = show()
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    await user.click(await screen.findByRole('tab', { name: 'Tag' }))
    expect(await screen.findAllByRole('checkbox')).toHaveLength(14)
    await user.type(screen.getByRole('searchbox', { name: 'Find in tag' }), 't13')
    expect(screen.getAllByRole('checkbox')).toHaveLength(1)
  })

  it('shows everything again with one press', async () => {
    const { seen, user } = show({ q: 'fox', facets: { stars: ['5'] }, sort: 'price' })
    await user.click(screen.getByRole('button', { name: 'Clear all' }))
    expect(last(seen)).toEqual({ find: 'sort=price', how: 'open' })
    expect(screen.queryByRole('button', { name: 'Clear all' })).toBeNull()
  })
})

describe('order, stacks and boards', () => {
  it('stand in the find', async () => {
    const { seen, user } = show()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Most stars')
    await user.click(screen.getByRole('button', { name: 'Stack sets' }))
    expect(last(seen)?.find).toBe('sort=stars&stacks=1')
  })

  it('keep a search under a name', async () => {
    const { log, user } = show({ q: 'fox', facets: { stars: ['5'] } })
    await user.click(screen.getByRole('button', { name: 'Save as a board' }))
    const name = await screen.findByRole('textbox', { name: 'Name' })
    await user.clear(name)
    await user.type(name, 'Best foxes{Enter}')
    await screen.findByText('Saved as the board “Best foxes”. It fills itself.')
    const post = log.find(({ method }) => method === 'POST')
    expect(post?.body).toMatchObject({ name: 'Best foxes', find: 'q=fox&stars=5' })
  })

  it('say why a name is not taken', async () => {
    const { user } = show({ q: 'fox' }, true)
    await user.click(screen.getByRole('button', { name: 'Save as a board' }))
    await user.click(await screen.findByRole('button', { name: 'Save' }))
    expect(await screen.findByText('There is a board called so.')).toBeTruthy()
  })
})

it('in the trash the bar says so, and the way out is beside it', async () => {
  const { seen, onEmptyTrash, user } = show({ isTrash: true })
  expect(screen.getByRole('heading', { name: 'Trash' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Empty the trash' }))
  expect(onEmptyTrash).toHaveBeenCalledOnce()
  await user.click(screen.getByRole('button', { name: 'Leave the trash' }))
  expect(last(seen)).toEqual({ find: '', how: 'open' })
})
