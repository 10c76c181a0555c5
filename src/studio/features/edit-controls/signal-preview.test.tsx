import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { EditOptions } from '#contract/video-edit.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { SignalPreview } from './signal-preview.tsx'

const sha256 = 'a'.repeat(64)
type Answer = Parameters<typeof fakeNetwork>[0]
const answerAll: Answer = ({ path }) => ({ body: { found: true, words: `Seen ${path.slice(74)}` } })

function open(edit?: EditOptions, answer = answerAll) {
  const asked = fakeNetwork(answer)
  function Bench() {
    const [frame, setFrame] = useState(40)
    return (
      <SignalPreview
        source={{ sha256, frames: 120, fps: 24 }}
        edit={edit}
        frame={frame}
        onFrame={setFrame}
      />
    )
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Bench />
    </QueryClientProvider>,
  )
  const paths = () => asked.map(({ path }) => path.slice(`/media/${sha256}/signals/`.length))
  return { paths, user: userEvent.setup() }
}

const seenOf = (name: string) => screen.findByRole<HTMLImageElement>('img', { name })

afterEach(() => vi.unstubAllGlobals())

describe('what a signal sees', () => {
  it('stands beside the frame itself, with the draft’s amount, marked as estimated', async () => {
    const { paths, user } = open({ controls: { depth: { blur: 0.35 } } })
    const depth = await seenOf('Depth of frame 40')
    expect(depth.getAttribute('src')).toBe(`/media/${sha256}/signals/depth/40?blur=0.35`)
    expect(screen.getByText('Blur 0.35, as set.')).toBeTruthy()
    const frame = screen.getByRole('img', { name: 'Frame 40 of the source' })
    expect(frame.getAttribute('src')).toBe(`/media/${sha256}/frame/40`)
    expect(
      screen.getByText('Estimated on this machine: Luma’s own signals may differ.'),
    ).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Pose' }))
    await seenOf('Pose of frame 40')
    expect(paths()).toEqual(['depth/40/seen?blur=0.35', 'pose/40/seen'])
  })

  it('keeps the last picture and says what is being done until the next is there', async () => {
    open(undefined, (asked) => (asked.path.includes('/normals/') ? 'no answer' : answerAll(asked)))
    expect(screen.getByText(/^Reading all 120 frames once/)).toBeTruthy()
    fireEvent.load(await seenOf('Depth of frame 40'))
    expect(screen.queryByRole('status')).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: 'Normals' }))
    expect(screen.getByRole('status').textContent).toBe('Looking for normals in frame 40.')
    expect(screen.getByRole('img', { name: 'Depth of frame 40' })).toBeTruthy()
    expect(await screen.findByText('The server on this machine does not answer.')).toBeTruthy()
  })

  it('tells that nobody is there as an answer', async () => {
    const words = 'No person was found in this clip.'
    open(undefined, () => ({ body: { found: false, words } }))
    expect(await screen.findByText(words)).toBeTruthy()
  })

  it('says why nothing came, and tries again', async () => {
    let tries = 0
    const { user } = open(undefined, (asked) => {
      tries += 1
      if (tries > 1) return answerAll(asked)
      const detail = 'What depth sees in this frame could not be estimated: it is damaged.'
      const problem = { type: 'x', title: 'x', status: 422, code: 'media_broken', detail }
      return { status: 422, body: problem }
    })
    expect(await screen.findByText(/could not be estimated: it is damaged/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await seenOf('Depth of frame 40')
  })
})

describe('choosing the frame', () => {
  it('goes by key, button, slider and number, and asks once it has come to rest', async () => {
    const { paths, user } = open()
    await seenOf('Depth of frame 40')
    const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Frame' })
    await user.keyboard('...,')
    expect(slider.value).toBe('42')
    await user.click(screen.getByRole('button', { name: 'One frame on' }))
    fireEvent.change(slider, { target: { value: '90' } })
    await seenOf('Depth of frame 90')
    expect(paths()).toEqual(['depth/40/seen', 'depth/90/seen'])
    const typed = screen.getByRole('textbox', { name: 'Frame, typed' })
    await user.clear(typed)
    await user.type(typed, '500{Enter}')
    await waitFor(() => expect(slider.value).toBe('119'))
    await seenOf('Depth of frame 119')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'One frame on' }).disabled).toBe(
      true,
    )
  })
})
