import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import type { SourcePosition } from '#contract/video-reframe.ts'
import { videoSize } from '#contract/video.ts'
import { ReframeCanvas } from './reframe-canvas.tsx'
import type { ReframeTarget } from './reframe-source.ts'

const source = {
  sha256: 'a'.repeat(64),
  width: 960,
  height: 540,
  frames: 120,
  fps: 24,
  address: '/media/a',
}

function show(first: readonly ReframeTarget[], clip: typeof source | null = source) {
  const said = { onChange: vi.fn<(next: SourcePosition | undefined) => void>() }
  function Dock() {
    const [targets, setTargets] = useState(first)
    const [current, setCurrent] = useState(0)
    const target = targets[current]
    return (
      <ReframeCanvas
        source={clip}
        canvas={videoSize(target?.aspect_ratio ?? '16:9', '720p')}
        position={target?.source_position}
        onChange={(next) => {
          said.onChange(next)
          setTargets(
            targets.map((one, n) => (n === current ? { ...one, source_position: next } : one)),
          )
        }}
        targets={targets}
        current={current}
        onCurrent={setCurrent}
        onTargets={setTargets}
        reasonAt={() => undefined}
      />
    )
  }
  render(<Dock />)
  return { ...said, user: userEvent.setup() }
}

const rectangle = () => screen.getByRole('application', { name: /^Source: / })
const field = (name: string) => screen.getByRole('textbox', { name })

it('the model chooses until somebody places the source, and again when asked', async () => {
  const { user, onChange } = show([{ aspect_ratio: '9:16' }])
  const leave = screen.getByRole('button', { name: 'Let the model choose', pressed: true })
  expect(rectangle().getAttribute('aria-label')).toBe(
    'Source: x 0, y 438, 720 × 405 px, a guess: the model chooses',
  )
  expect(screen.getByText(/68 % of the picture is new/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Fit' }))
  expect(onChange).toHaveBeenLastCalledWith({
    x_norm: 0,
    y_norm: 0.342188,
    w_norm: 1,
    h_norm: 0.316406,
  })
  await user.click(leave)
  expect(onChange).toHaveBeenLastCalledWith(undefined)
})

it('arrow keys move by a pixel of the picture, in one piece for as long as they are held', () => {
  const { onChange } = show([{ aspect_ratio: '9:16' }])
  fireEvent.keyDown(rectangle(), { key: 'ArrowRight' })
  fireEvent.keyDown(rectangle(), { key: 'ArrowRight' })
  expect(onChange).not.toHaveBeenCalled()
  fireEvent.keyUp(rectangle(), { key: 'ArrowRight' })
  expect(onChange).toHaveBeenCalledTimes(1)
  expect(rectangle().getAttribute('aria-label')).toBe('Source: x 2, y 438, 720 × 405 px')
  const spoken = screen.getAllByRole('status').find((one) => one.hasAttribute('aria-live'))
  expect(spoken?.textContent).toMatch(/^Source: x 2, y 438/)
})

it('a typed number is what is sent, and the other side keeps the shape', async () => {
  const { user, onChange } = show([{ aspect_ratio: '9:16' }])
  await user.clear(field('w, pixels'))
  await user.type(field('w, pixels'), '640{Enter}')
  expect(onChange).toHaveBeenLastCalledWith({
    x_norm: 0,
    y_norm: 0.342188,
    w_norm: 0.888889,
    h_norm: 0.28125,
  })
  expect(field('h, pixels')).toHaveProperty('value', '360')
  expect(field('w_norm')).toHaveProperty('value', '0.888889')
})

it('a number out of range is kept, refused by name, and not sent', async () => {
  const { user, onChange } = show([{ aspect_ratio: '9:16' }])
  await user.clear(field('x_norm'))
  await user.type(field('x_norm'), '-2.5{Enter}')
  expect(field('x_norm').getAttribute('aria-invalid')).toBe('true')
  const reason = screen.getByText('x_norm: choose from −2 to 2.')
  const id = field('x_norm').getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(id)?.contains(reason)).toBe(true)
  expect(onChange).not.toHaveBeenCalled()
  await user.type(field('x_norm'), '{Escape}')
  expect(field('x_norm')).toHaveProperty('value', '0')
})

it('locking the shape again gives it back', async () => {
  const free = { x_norm: 0.1, y_norm: 0.1, w_norm: 0.5, h_norm: 0.5 }
  const { user } = show([{ aspect_ratio: '1:1', source_position: free }])
  const lock = screen.getByRole('button', { name: /stretched/, pressed: false })
  await user.click(lock)
  expect(rectangle().getAttribute('aria-label')).toBe('Source: x 72, y 151, 360 × 203 px')
  expect(screen.getByRole('button', { name: /Keeps the source/, pressed: true })).toBeTruthy()
})

it('Fill says why it cannot, where the API takes no rectangle that large', async () => {
  const { user, onChange } = show([{ aspect_ratio: '9:16' }])
  await user.click(screen.getByRole('button', { name: 'Fill' }))
  expect(onChange).not.toHaveBeenCalled()
  cleanup()
  const square = show([{ aspect_ratio: '1:1' }])
  await square.user.click(screen.getByRole('button', { name: 'Fill' }))
  expect(screen.getByText(/^Nothing is left to fill/)).toBeTruthy()
})

it('one clip goes to several shapes, each with its own rectangle', async () => {
  const { user } = show([{ aspect_ratio: '16:9' }])
  await user.click(screen.getByRole('button', { name: 'Add a shape' }))
  await user.click(screen.getByRole('button', { name: 'Add 9:16' }))
  const shapes = screen.getByRole('radiogroup', { name: 'Reframe to' })
  expect(within(shapes).getByRole('radio', { name: '9:16', checked: true })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Centre' }))
  await user.click(within(shapes).getByRole('radio', { name: '16:9' }))
  expect(screen.getByRole('button', { name: 'Let the model choose', pressed: true })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Remove 16:9' }))
  expect(rectangle().getAttribute('aria-label')).toBe('Source: x 0, y 438, 720 × 405 px')
})

it('without a clip it says what to do', () => {
  show([{ aspect_ratio: '9:16' }], null)
  expect(screen.getByText(/^Choose a clip first/)).toBeTruthy()
})
