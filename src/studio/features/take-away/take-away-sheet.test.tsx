import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { usualTemplate } from '#contract/take-away.ts'
import { generationFixture } from '../../api/generation-fixture.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { recallChoices } from './choices.ts'
import { nameExample, templateProblem } from './name-example.ts'
import { TakeAwaySheet } from './take-away-sheet.tsx'

const { id } = generationFixture(1)
const href = `/api/exports/${id}.zip`

function open(props: { seqs: readonly number[]; id?: string }) {
  const log = fakeNetwork(() => ({ body: { id, href, files: 3, bytes: 5_400_000 } }))
  const gone: string[] = []
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    event.preventDefault()
    gone.push(event.target.getAttribute('href') ?? '')
  })
  const onClose = vi.fn()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TakeAwaySheet {...props} onClose={onClose} />
    </QueryClientProvider>,
  )
  return { log, gone, onClose, user: userEvent.setup() }
}

const nameBox = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'File name' })

afterEach(() => vi.unstubAllGlobals())

describe('taking away', () => {
  it('takes one at once, by the name and with what was chosen, and remembers it', async () => {
    const { user, gone, log, onClose } = open({ seqs: [1], id })
    fireEvent.change(nameBox(), { target: { value: 'shot' } })
    await user.click(screen.getByRole('button', { name: 'Number' }))
    expect(nameBox().value).toBe('shot-{n}')
    expect(screen.getByText('shot-1.png')).toBeTruthy()
    await user.click(screen.getByRole('switch'))
    await user.click(screen.getByRole('button', { name: 'Download' }))
    const query = new URLSearchParams(gone[0]?.split('?')[1])
    expect(Object.fromEntries(query)).toEqual({ output: '0', metadata: 'no', name: 'shot-{n}' })
    expect(log).toEqual([])
    expect(onClose).toHaveBeenCalledOnce()
    expect(recallChoices()).toEqual({ metadata: false, template: 'shot-{n}' })
  })

  it('asks for a ticket for many, and goes where it says', async () => {
    const { user, gone, log } = open({ seqs: [3, 2, 1] })
    await user.click(screen.getByRole('button', { name: 'Download ZIP' }))
    expect(await screen.findByText(/3 files, 5.4 MB/)).toBeTruthy()
    expect(log[0]).toMatchObject({
      method: 'POST',
      path: '/api/exports',
      body: { seqs: [3, 2, 1], metadata: true, template: usualTemplate },
    })
    expect(gone).toEqual([href])
  })

  it('says what is wrong with a name, and takes nothing until it is right', async () => {
    const { user, gone } = open({ seqs: [1], id })
    fireEvent.change(nameBox(), { target: { value: '{seed}' } })
    await user.click(screen.getByRole('button', { name: 'Download' }))
    expect(screen.getByText('There is no part {seed}.')).toBeTruthy()
    expect(gone).toEqual([])
  })
})

it('an example shows every part', () => {
  expect(nameExample(usualTemplate, 'mp4')).toBe('2026-11-27-red-fox-in-the-snow-3f9c1a2b.mp4')
  expect(templateProblem(' ')).toContain('at least one')
  expect(templateProblem('{date} {stars}')).toBeNull()
})
