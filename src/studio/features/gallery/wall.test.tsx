import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Generation } from '#contract/generation.ts'
import { generationFixture, storedClip } from '../../api/generation-fixture.ts'
import { dragType } from '../../media/drag-media.ts'
import { showWall } from './wall-fixture.tsx'

const show = (...records: Generation[]) =>
  showWall(records, {
    post: ({ id, body }) => {
      const request = body as Generation['request']
      return { status: 201, body: generationFixture(9, { id: id ?? '', request, state: 'queued' }) }
    },
  })

afterEach(() => vi.unstubAllGlobals())

describe('the wall', () => {
  it('offers six ways to begin when it is empty, each one press away', async () => {
    const { user, log } = show()
    const examples = await screen.findByRole('list', { name: 'Examples' })
    expect(within(examples).getAllByRole('button')).toHaveLength(6)
    await user.click(within(examples).getByRole('button', { name: /Red dunes/ }))
    const wall = await screen.findByRole('list', { name: 'Generations' })
    expect(within(wall).getByRole('link', { name: /red desert dunes/ })).toBeTruthy()
    expect(log.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('names each job by kind, state and words', async () => {
    show(
      generationFixture(3, { state: 'processing', outputs: [] }),
      generationFixture(2, { outputs: [storedClip], request: { type: 'video', prompt: 'Surf' } }),
      generationFixture(1, { state: 'failed', outputs: [], failure_reason: 'Refused.' }),
    )
    expect(await screen.findByRole('link', { name: 'Image, rendering: Picture 3' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Video: Surf' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Image, failed: Picture 1' })).toBeTruthy()
    expect(await screen.findByText('It failed. Refused.')).toBeTruthy()
    expect(document.querySelector('video')).toBeNull()
  })

  it('tells what is measured, what is guessed, and says nothing where nobody knows', async () => {
    const running = { state: 'processing' as const, outputs: [] }
    show(
      generationFixture(3, {
        ...running,
        progress: { fraction: 0.4, measured: true, frames_done: 48, frames: 120 },
      }),
      generationFixture(2, {
        ...running,
        progress: { fraction: 0.1, measured: false, expected_s: 40 },
      }),
      generationFixture(1, running),
    )
    expect(await screen.findByText('48 / 120 frames')).toBeTruthy()
    expect(screen.getByText('about 40 s, from past jobs')).toBeTruthy()
    expect(screen.getAllByRole('progressbar')).toHaveLength(2)
  })

  it('lends what is done to be dragged into the request', async () => {
    show(
      generationFixture(2, { outputs: [storedClip] }),
      generationFixture(1, { state: 'processing', outputs: [] }),
    )
    const data = new Map<string, string>()
    const dataTransfer = { setData: (type: string, text: string) => data.set(type, text) }
    fireEvent.dragStart(await screen.findByRole('link', { name: /Picture 1/ }), { dataTransfer })
    expect(data.has(dragType)).toBe(false)
    fireEvent.dragStart(screen.getByRole('link', { name: /Picture 2/ }), { dataTransfer })
    expect(JSON.parse(data.get(dragType) ?? '')).toEqual({
      ref: { generation_id: generationFixture(2).id },
      medium: 'video',
      sha256: storedClip.sha256,
      frames: 120,
      fps: 24,
    })
  })

  it('says plainly that a lost answer may have cost money', async () => {
    show(generationFixture(1, { state: 'unknown', world: 'luma', outputs: [] }))
    expect(await screen.findByText(/It may have been billed\./)).toBeTruthy()
  })

  it('is one stop for Tab, walked by arrows, opened by Enter', async () => {
    const { user, onOpen } = show(generationFixture(2), generationFixture(1))
    const newest = await screen.findByRole('link', { name: 'Image: Picture 2' })
    newest.focus()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Image: Picture 1' }))
    await user.keyboard('{Enter}')
    expect(onOpen).toHaveBeenCalledWith(generationFixture(1).id)
  })
})
