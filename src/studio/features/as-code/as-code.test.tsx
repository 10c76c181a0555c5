import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import { generationFixture } from '../../api/generation-fixture.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { AsCode } from './as-code.tsx'

const upload = '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e'
const atLuma = '999bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e'
const parent = generationFixture(1, { world: 'luma', upstream_id: atLuma })

function open(draft: Draft) {
  fakeNetwork(({ path }) =>
    path.startsWith('/api/uploads')
      ? {
          body: {
            id: upload,
            sha256: 'c'.repeat(64),
            medium: 'image',
            media_type: 'image/jpeg',
            bytes: 9,
            width: 2,
            height: 2,
          },
        }
      : { body: parent },
  )
  const filled: Draft[] = []
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AsCode draft={draft} onFill={(next) => filled.push(next)} />
    </QueryClientProvider>,
  )
  return { filled, user: userEvent.setup() }
}

const shown = (name: string) => screen.getByRole('region', { name: `The request as ${name}` })
const field = () => screen.getByRole('textbox', { name: 'Fill the form from code' })

afterEach(() => vi.unstubAllGlobals())

it('shows the request in each language', async () => {
  const { user } = open({ type: 'image', prompt: 'A red fox' })
  expect(shown('curl').textContent).toContain('"prompt": "A red fox"')
  await user.click(screen.getByRole('radio', { name: 'Python' }))
  expect(shown('Python').textContent).toContain('prompt="A red fox",')
  await user.click(screen.getByRole('radio', { name: 'TypeScript' }))
  expect(shown('TypeScript').textContent).toContain('prompt: "A red fox",')
  await user.click(screen.getByRole('radio', { name: 'JSON' }))
  expect(JSON.parse(shown('JSON').textContent ?? '')).toEqual({
    type: 'image',
    prompt: 'A red fox',
  })
  expect(screen.getByRole('button', { name: 'Copy JSON' })).toBeDefined()
})

it('offers the files that the code reads, and says Luma’s names for what Luma made', async () => {
  open({
    type: 'image_edit',
    prompt: 'x',
    source: { generation_id: parent.id },
    image_ref: [{ upload_id: upload }],
  })
  const link = await screen.findByRole('link', { name: 'Download first-reference.jpg' })
  expect(link.getAttribute('href')).toBe(`/media/${'c'.repeat(64)}`)
  expect(shown('curl').textContent).toContain(atLuma)
  expect(shown('curl').textContent).not.toContain(parent.id)
})

it('says what Luma would refuse', () => {
  open({ type: 'image', prompt: '' })
  expect(screen.getByText(/^Luma would refuse this as it stands: /)).toBeDefined()
})

it('fills the form from what is pasted, when asked to', async () => {
  const { user, filled } = open({ type: 'image', prompt: 'before' })
  await user.click(field())
  await user.paste('{ "type": "video", "prompt": "A tide", "seed": 4 }')
  expect(screen.getByText('Video: A tide')).toBeDefined()
  expect(screen.getByText('seed: Not part of such a request here.')).toBeDefined()
  expect(filled).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Fill the form' }))
  expect(filled).toEqual([{ type: 'video', prompt: 'A tide' }])
})

it('names the field that stands in the way of a paste', async () => {
  const { user } = open({ type: 'image', prompt: 'before' })
  await user.click(field())
  await user.paste('{ "type": "video", "prompt": "x", "video": { "loop": 3 } }')
  expect(screen.getByText('video.loop: This must be true or false.')).toBeDefined()
  expect(field().getAttribute('aria-invalid')).toBe('true')
  expect(screen.queryByRole('button', { name: 'Fill the form' })).toBeNull()
})
