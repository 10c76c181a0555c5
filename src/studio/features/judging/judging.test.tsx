import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { generationFixture } from '../../api/generation-fixture.ts'
import { showJudging } from './judging-fixture.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useJudgingKeys } from './use-judging-keys.ts'

const one = generationFixture(1)
const two = generationFixture(2, { marks: { ...one.marks, stars: 5 } })
const acts = () => ({
  onClear: vi.fn(),
  onTag: vi.fn(),
  onBoard: vi.fn(),
  onDownload: vi.fn(),
  onNext: vi.fn(),
})

function show({ seqs = [1, 2], isTrash = false } = {}) {
  const seen = acts()
  function Page() {
    useJudgingKeys({ seqs, isOn: true, ...seen })
    return <SelectionBar seqs={seqs} isTrash={isTrash} {...seen} />
  }
  return { seen, ...showJudging(<Page />, [one, two]) }
}
const press = (name: string) => screen.getByRole('button', { name })

beforeAll(() => import('./erase-sheet.tsx'))
afterEach(() => vi.unstubAllGlobals())

describe('judging many', () => {
  it('is shown at once, told in a line, and taken back to what each one was', async () => {
    const { user, sent, recordOf } = show()
    await user.click(press('Give 3 stars'))
    expect(recordOf(one)?.marks.stars).toBe(3)
    await screen.findByText('2 generations given 3 stars')
    expect(sent()).toEqual([
      { asked: 'PATCH /api/generations', body: { seqs: [1, 2], change: { stars: 3 } } },
    ])
    await user.click(press('Undo'))
    await waitFor(() => expect(sent()).toHaveLength(3))
    expect(sent().slice(1)).toEqual([
      { asked: 'PATCH /api/generations', body: { seqs: [1], change: { stars: 0 } } },
      { asked: 'PATCH /api/generations', body: { seqs: [2], change: { stars: 5 } } },
    ])
    expect(recordOf(two)?.marks.stars).toBe(5)
  })

  it('is as before when the server refuses, and says why', async () => {
    const { user, server, recordOf } = show()
    server.isRefusing = true
    await user.click(press('Pick'))
    expect(await screen.findByText('Not saved. The disk is full.')).toBeTruthy()
    expect(recordOf(one)?.marks.review).toBeNull()
    expect(recordOf(two)?.marks.stars).toBe(5)
  })

  it('takes a favourite away only where all are', async () => {
    const { user, sent, recordOf } = show()
    await user.click(press('Favourite'))
    await waitFor(() => expect(recordOf(one)?.marks.favourite).toBe(true))
    await user.click(press('Favourite'))
    await waitFor(() => expect(sent()).toHaveLength(2))
    expect(sent().map(({ body }) => (body as { change: unknown }).change)).toEqual([
      { favourite: true },
      { favourite: false },
    ])
  })

  it('takes one key for one decision, in the order of the keys', async () => {
    const { user, sent, seen } = show({ seqs: [1] })
    await user.keyboard('4pp0rfb{Shift>}x{/Shift}')
    await waitFor(() => expect(sent()).toHaveLength(7))
    expect(sent().map(({ body }) => (body as { change: unknown }).change)).toEqual([
      { stars: 4 },
      { review: 'pick' },
      { review: null },
      { stars: 0 },
      { review: 'review' },
      { favourite: true },
      { review: 'reject' },
    ])
    expect(seen.onBoard).toHaveBeenCalledOnce()
    expect(seen.onNext).toHaveBeenCalledOnce()
  })
})

describe('the trash', () => {
  it('takes what is thrown, and gives it back', async () => {
    const { user, sent, recordOf } = show()
    await user.keyboard('{Delete}')
    await screen.findByText('2 generations moved to the trash')
    expect(recordOf(one)?.trashed_at).not.toBeNull()
    await user.click(press('Undo'))
    await screen.findByText('2 generations put back on the wall')
    expect(sent().map(({ asked }) => asked)).toEqual(['POST /api/trash', 'POST /api/trash/restore'])
    expect(recordOf(one)?.trashed_at).toBeNull()
  })

  it('loses nothing before it was asked twice', async () => {
    const { user, sent } = show({ isTrash: true })
    await user.click(press('Erase'))
    const dialog = await screen.findByRole('dialog', { name: 'Erase 2 generations?' })
    expect(dialog.textContent).toContain('2 files, 3.6 MB')
    expect(document.activeElement).toBe(press('Keep them'))
    await user.click(press('Erase…'))
    expect(sent()).toEqual([])
    await user.click(press('Yes, erase 2 generations for good'))
    await screen.findByText('2 generations erased')
    expect(sent()).toEqual([{ asked: 'POST /api/trash/erase', body: { seqs: [1, 2], confirm: 2 } }])
  })

  it('keeps everything when the answer is no', async () => {
    const { user, sent } = show({ isTrash: true })
    await user.click(press('Erase'))
    await user.click(await screen.findByRole('button', { name: 'Keep them' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(sent()).toEqual([])
  })
})
