import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FamilyLink, Step } from '#contract/family.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { memberFixture } from './family.arbitrary.ts'
import { LineageStrip } from './lineage-strip.tsx'
import { LineageTree } from './lineage-tree.tsx'

const link = (parent: number, child: number, step: Step): FamilyLink => ({
  parent,
  child,
  step,
  frame: null,
})
/** A root with two children, and a grandchild of both. */
const family = {
  members: [
    memberFixture(1, { words: 'Lighthouse' }),
    memberFixture(2, { words: 'At night' }),
    memberFixture(3, { words: 'Waves', type: 'video', state: 'failed' }),
    memberFixture(4, { words: 'Fog drifts', type: 'video' }),
  ],
  links: [
    link(1, 2, 'edit'),
    link(1, 3, 'start_frame'),
    link(2, 4, 'keyframe'),
    link(3, 4, 'keyframe'),
  ],
  cut: false,
}
const idOf = (seq: number) => memberFixture(seq).id

function open(part: 'tree' | 'strip', seq: number, body: unknown = family) {
  const log = fakeNetwork(() => ({ body }))
  const gone: string[] = []
  const onClose = vi.fn()
  const props = { id: idOf(seq), onGo: (id: string) => gone.push(id) }
  render(
    <QueryClientProvider client={new QueryClient()}>
      {part === 'tree' ? (
        <LineageTree {...props} onClose={onClose} />
      ) : (
        <LineageStrip {...props} onTree={onClose} />
      )}
    </QueryClientProvider>,
  )
  return { log, gone, onClose, user: userEvent.setup() }
}

const focused = () => document.activeElement?.getAttribute('aria-label') ?? ''

afterEach(() => vi.unstubAllGlobals())

describe('the family tree', () => {
  it('names everybody with step, state and price, and marks the open one', async () => {
    open('tree', 2)
    const items = await screen.findAllByRole('treeitem')
    expect(items.map((item) => item.getAttribute('aria-label'))).toEqual([
      'Lighthouse, Image, $0.10',
      'Edit, At night, Image, $0.10',
      'Start frame, Waves, Video, Failed, $0.10',
      'Keyframe, Fog drifts, Video, $0.10',
    ])
    expect(items.map((item) => item.getAttribute('aria-level'))).toEqual(['1', '2', '2', '3'])
    expect(screen.getByRole('treeitem', { selected: true })).toBe(items[1])
  })

  it('is walked by arrows from parent to child and beside, and Enter opens', async () => {
    const { user, gone, onClose } = open('tree', 2)
    await screen.findAllByRole('treeitem')
    expect(focused()).toContain('At night')
    await user.keyboard('{ArrowDown}')
    expect(focused()).toContain('Waves')
    await user.keyboard('{ArrowLeft}')
    expect(focused()).toContain('Lighthouse')
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(focused()).toContain('Fog drifts')
    await user.keyboard('{Enter}')
    expect(gone).toEqual([idOf(4)])
    await user.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('says what the way to one cost, and what all that came of it cost', async () => {
    const { user } = open('tree', 4)
    await screen.findAllByRole('treeitem')
    expect(screen.getByText(/^Way here, 4/).textContent).toBe('Way here, 4: $0.30')
    await user.keyboard('{Home}')
    expect(screen.getByText(/^With all/).textContent).toBe('With all that came of it, 4: $0.30')
  })
})

describe('the strip', () => {
  it('shows whom it comes from and what became of it, each to go to', async () => {
    const { user, gone, onClose } = open('strip', 2)
    const from = await screen.findByRole('list', { name: 'Comes from' })
    await user.click(within(from).getByRole('button', { name: /^Edit: Lighthouse/ }))
    const to = screen.getByRole('list', { name: 'Became' })
    await user.click(within(to).getByRole('button', { name: /^Keyframe: Fog drifts/ }))
    expect(gone).toEqual([idOf(1), idOf(4)])
    await user.click(screen.getByRole('button', { name: /Family of 4/ }))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('says nothing of one that stands alone', async () => {
    const { log } = open('strip', 1, { members: [family.members[0]], links: [], cut: false })
    await waitFor(() => expect(log).toHaveLength(1))
    expect(screen.queryByText('Lineage')).toBeNull()
  })
})
