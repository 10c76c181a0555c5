import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { check } from '#contract/rules.ts'
import type { EditOptions } from '#contract/video-edit.ts'
import { EditControls } from './edit-controls.tsx'

const source = { url: 'https://example.com/a.mp4', media_type: 'video/mp4' }

function open(first?: EditOptions) {
  const seen: { edit: EditOptions | undefined } = { edit: first }
  function Panel() {
    const [edit, setEdit] = useState(first)
    const found = check({ type: 'video_edit', prompt: 'x', source, video: { edit } })
    return (
      <EditControls
        edit={edit}
        onChange={(next) => {
          seen.edit = next
          setEdit(next)
        }}
        reasonAt={(path) => {
          const reason = found.find((violation) => violation.path === path)
          return reason && { tone: 'bad', text: reason.reason }
        }}
      />
    )
  }
  const onSubmit = vi.fn()
  render(
    <form onSubmit={onSubmit}>
      <Panel />
    </form>,
  )
  return { seen, onSubmit, user: userEvent.setup() }
}

const group = (name: string) => screen.getByRole('radiogroup', { name })
const pick = (name: string, choice: string) =>
  within(group(name)).getByRole<HTMLInputElement>('radio', { name: choice })
const slider = (name: string) => screen.getByRole<HTMLInputElement>('slider', { name })
const typed = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const described = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ')

describe('steering an edit', () => {
  it('says nothing until asked to, and everything is there to be set by hand', async () => {
    const { seen, user } = open()
    expect(pick('Steering', 'Default').checked).toBe(true)
    expect(screen.getByText(/^No video.edit/)).toBeTruthy()
    expect(slider('Strength').matches(':disabled')).toBe(true)
    const all = screen.getByRole('group', { name: 'Strength and controls' })
    expect(described(all)).toContain('Choose “By hand” to set them.')
    await user.click(pick('Steering', 'By hand'))
    expect(seen.edit).toEqual({ auto_controls: false })
    fireEvent.change(slider('Strength'), { target: { value: '7' } })
    await user.click(pick('Depth', 'On'))
    fireEvent.change(slider('Depth blur'), { target: { value: '0.35' } })
    await user.click(pick('Normals', 'Off'))
    await user.click(pick('Pose strength', 'Coarse'))
    await user.click(pick('Face', 'On'))
    await user.type(typed('Trajectory sparsity, typed'), '0,8')
    expect(seen.edit).toEqual({
      auto_controls: false,
      strength: 'reimagine_2',
      controls: {
        depth: { enabled: true, blur: 0.35 },
        normals: { enabled: false },
        pose: { strength: 'coarse' },
        face: { enabled: true },
        trajectory: { sparsity: 0.8 },
      },
    })
    const sent = screen.getByRole('region', { name: 'What will be sent' }).querySelector('code')
    expect(JSON.parse(sent?.textContent ?? '')).toEqual(seen.edit)
  })

  it('keeps what was set by hand while the model steers, and says so', async () => {
    const first: EditOptions = { strength: 'adhere_2', controls: { depth: { enabled: false } } }
    const { seen, user } = open(first)
    await user.click(pick('Steering', 'Automatic'))
    expect(seen.edit).toEqual({ auto_controls: true })
    expect(screen.getByText(/Your settings by hand are kept/)).toBeTruthy()
    expect(pick('Depth', 'Off').checked).toBe(true)
    expect(pick('Depth', 'Off').matches(':disabled')).toBe(true)
    await user.click(pick('Steering', 'Default'))
    expect(seen.edit).toBeUndefined()
    await user.click(pick('Steering', 'By hand'))
    expect(seen.edit).toEqual(first)
  })

  it('gives the reason where automatic meets a strength, and a way out', async () => {
    const { seen, user } = open({ auto_controls: true, strength: 'flex_1' })
    expect(described(slider('Strength'))).toContain('choose automatic or by hand, not both')
    await user.click(screen.getByRole('button', { name: 'Send only “automatic”' }))
    expect(seen.edit).toEqual({ auto_controls: true })
    expect(screen.queryByText(/not both/)).toBeNull()
  })
})

describe('a slider nobody has moved', () => {
  it('is the model’s choice, can be taken where it rests, and given back', async () => {
    const { seen, onSubmit, user } = open({ auto_controls: false })
    expect(slider('Strength').getAttribute('aria-valuetext')).toBe('Model’s choice')
    slider('Strength').focus()
    await user.keyboard('{Enter}')
    expect(seen.edit?.strength).toBe('flex_1')
    await user.type(typed('Depth blur, typed'), '{Enter}')
    expect(onSubmit).not.toHaveBeenCalled()
    expect(slider('Strength').getAttribute('aria-valuetext')).toMatch(/^Flex 1\. The same scene/)
    await user.click(pick('Strength chosen by', 'Model’s choice'))
    expect(seen.edit).toEqual({ auto_controls: false })
  })

  it('commits a drag once, on letting go', () => {
    const { seen } = open({ auto_controls: false })
    const blur = slider('Depth blur')
    fireEvent.pointerDown(blur)
    fireEvent.change(blur, { target: { value: '0.2' } })
    fireEvent.change(blur, { target: { value: '0.1' } })
    expect(seen.edit).toEqual({ auto_controls: false })
    expect(typed('Depth blur, typed').value).toBe('0.1')
    fireEvent.pointerUp(blur)
    expect(seen.edit?.controls).toEqual({ depth: { blur: 0.1 } })
  })
})

describe('a typed amount', () => {
  it('may break the rule, with the reason at its field', async () => {
    const { seen, user } = open({ auto_controls: false })
    await user.type(typed('Depth blur, typed'), '1.5')
    expect(seen.edit?.controls?.depth?.blur).toBe(1.5)
    expect(described(typed('Depth blur, typed'))).toContain('Choose from 0 to 1.')
    expect(slider('Depth blur').getAttribute('aria-invalid')).toBe('true')
    await user.clear(typed('Depth blur, typed'))
    expect(seen.edit?.controls).toBeUndefined()
  })

  it('says when it is no number, and gives way to the last one', async () => {
    const { seen, user } = open({ controls: { normals: { augmentation: 0.5 } } })
    const field = typed('Normals augmentation, typed')
    await user.type(field, 'x')
    expect(described(field)).toContain('Type a number from 0 to 1.')
    expect(seen.edit?.controls?.normals?.augmentation).toBe(0.5)
    await user.tab()
    expect(field.value).toBe('0.5')
    await user.click(screen.getByRole('button', { name: /augmentation: back to the model/ }))
    expect(document.activeElement).toBe(slider('Normals augmentation'))
    expect(seen.edit).toEqual({ auto_controls: false })
  })
})
