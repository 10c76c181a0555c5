import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { everything, facetNames, type Find, writeFind } from '#contract/find.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { wallQuery } from '../../api/wall.ts'
import { dragSeqsType } from '../../media/drag-seqs.ts'
import { ToastDesk } from '../../ui/toast-desk.tsx'
import { boardFind } from './board-find.ts'
import { BoardPicker } from './board-picker.tsx'
import { BoardsDropRow } from './boards-drop-row.tsx'
import { BoardsMenu } from './boards-menu.tsx'

const board = (n: number, name: string, find: string | null = null) => ({
  id: `00000000-0000-4000-8000-0000000000b${n}`,
  name,
  find,
  count: n * 10,
  cover: null,
  created_at: '2026-11-22T12:00:00.000Z',
})
const all = [board(1, 'Foxes'), board(2, 'Owls'), board(3, 'The best', 'stars=5')]
const facets = Object.fromEntries(facetNames.map((name) => [name, []]))

function show(start: Partial<Find> = {}, selection: readonly number[] = []) {
  const log = fakeNetwork(({ method, path, body }) => {
    if (path.startsWith('/api/facets')) {
      return { body: { total: path.includes('trash=1') ? 4 : 1234, facets } }
    }
    if (method === 'GET') return { body: { data: all } }
    if (path.includes('/items')) return { body: { changed: (body as { seqs: [] }).seqs.length } }
    return { body: { ...board(9, 'New'), ...(body as object) } }
  })
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  for (const { id, find } of all) {
    client.setQueryData(wallQuery(boardFind({ id, find })).queryKey, {
      version: 1,
      total: 2,
      sections: [],
      ranked: false,
      seqs: Uint32Array.from(id.endsWith('1') ? [1, 2] : [2, 9]),
      aspects: Uint16Array.from([1000, 1000]),
    })
  }
  const seen: string[] = []
  const onTrash = vi.fn()
  const onClose = vi.fn()
  function Page({ hasPicker }: { hasPicker: boolean }) {
    const [find, setFind] = useState<Find>({ ...everything, ...start })
    const go = (next: Find) => {
      seen.push(writeFind(next).toString())
      setFind(next)
    }
    return (
      <>
        <BoardsMenu find={find} onFind={go} selection={selection} />
        <BoardsDropRow onTrash={onTrash} />
        {hasPicker && <BoardPicker seqs={selection} onClose={onClose} />}
      </>
    )
  }
  const page = (hasPicker: boolean) => (
    <QueryClientProvider client={client}>
      <ToastDesk>
        <Page hasPicker={hasPicker} />
      </ToastDesk>
    </QueryClientProvider>
  )
  const { rerender } = render(page(false))
  const sent = () =>
    log
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path, body }) => ({ asked: `${method} ${path}`, body }))
  return { seen, sent, onTrash, pick: () => rerender(page(true)), user: userEvent.setup() }
}
const at = (n: number) => `/api/boards/${board(n, '').id}`

beforeAll(() => import('./boards-popover.tsx'))
afterEach(() => vi.unstubAllGlobals())

describe('the boards', () => {
  it('are reached and gone through by keys', async () => {
    const { seen, user } = show()
    await user.keyboard('gb')
    const panel = within(await screen.findByRole('dialog', { name: 'Boards' }))
    await panel.findByRole('button', { name: 'Foxes 10' })
    expect(panel.getByRole('button', { name: 'All 1,234' })).toBe(document.activeElement)
    expect(panel.getByRole('button', { name: /The best , a saved search, 30/ })).toBeTruthy()
    await user.keyboard('{ArrowDown}{Enter}')
    expect(seen).toEqual([`board=${board(1, '').id}`])
    await user.keyboard('gt')
    expect(seen.at(-1)).toBe('trash=1')
  })

  it('are made of what is selected', async () => {
    const { sent, user } = show({}, [7, 8])
    await user.click(screen.getByRole('button', { name: 'Boards' }))
    await user.click(await screen.findByRole('button', { name: 'New board of the 2 selected' }))
    await user.type(screen.getByRole('textbox'), 'Bears{Enter}')
    await screen.findByText('2 put on “Bears”')
    expect(sent()[0]).toMatchObject({ asked: 'POST /api/boards', body: { name: 'Bears' } })
    expect(sent()[1]).toMatchObject({ body: { seqs: [7, 8] } })
  })

  it('are renamed and deleted, the latter when asked once more', async () => {
    const { seen, sent, user } = show({ facets: { board: [board(1, '').id] } })
    await user.click(screen.getByRole('button', { name: 'Boards' }))
    await user.click(await screen.findByRole('button', { name: 'Rename Foxes' }))
    await user.keyboard('Red foxes{Enter}')
    await waitFor(() => expect(sent()).toHaveLength(1))
    expect(sent()[0]).toEqual({ asked: `PATCH ${at(1)}`, body: { name: 'Red foxes' } })
    await user.click(await screen.findByRole('button', { name: 'Delete Foxes' }))
    expect(sent()).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(sent().at(-1)?.asked).toBe(`DELETE ${at(1)}`))
    await waitFor(() => expect(seen).toEqual(['']))
  })
})

describe('what is dragged', () => {
  const transfer = {
    types: [dragSeqsType],
    getData: (type: string) => (type === dragSeqsType ? '[3,4]' : ''),
    dropEffect: 'none',
  }

  it('meets the boards for as long as it is in the air, and lands on one', async () => {
    const { sent, onTrash } = show()
    expect(screen.queryByRole('list', { name: 'Drop on a board' })).toBeNull()
    fireEvent.dragEnter(document.body, { dataTransfer: transfer })
    const owls = await screen.findByRole('listitem', { name: 'Owls' })
    expect(screen.queryByRole('listitem', { name: 'The best' })).toBeNull()
    fireEvent.drop(owls, { dataTransfer: transfer })
    await screen.findByText('2 put on “Owls”')
    expect(sent()).toEqual([{ asked: `POST ${at(2)}/items`, body: { seqs: [3, 4] } }])
    expect(screen.queryByRole('list', { name: 'Drop on a board' })).toBeNull()
    expect(onTrash).not.toHaveBeenCalled()
  })
})

describe('the picker', () => {
  it('shows on which boards the selection is, puts it on them and takes it off', async () => {
    const { pick, sent, user } = show({}, [1, 2])
    pick()
    const foxes = await screen.findByRole('button', { name: 'Foxes' })
    await waitFor(() => expect(foxes.getAttribute('aria-pressed')).toBe('true'))
    expect(screen.getByRole('button', { name: 'Owls, some' })).toBeTruthy()
    await user.keyboard('ow{Enter}')
    await waitFor(() => expect(sent()).toHaveLength(1))
    expect(sent()[0]).toEqual({ asked: `POST ${at(2)}/items`, body: { seqs: [1, 2] } })
    await user.click(screen.getByRole('textbox', { name: 'Find or make a board' }))
    await user.keyboard('{Backspace}{Backspace}{ArrowDown}{Enter}')
    await waitFor(() => expect(sent()).toHaveLength(2))
    expect(sent()[1]?.asked).toBe(`POST ${at(1)}/items/remove`)
  })

  it('makes the board that is not there', async () => {
    const { pick, sent, user } = show({}, [5])
    pick()
    await screen.findByRole('button', { name: 'Foxes' })
    await user.keyboard('Bears{Enter}')
    await screen.findByText('1 put on “Bears”')
    expect(sent()[0]).toMatchObject({ asked: 'POST /api/boards', body: { name: 'Bears' } })
  })
})
