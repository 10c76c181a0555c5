import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { GenerationRequest } from '#contract/request.ts'
import { generationFixture } from '../../api/generation-fixture.ts'
import { fakeNetwork, localHealth } from '../../api/network-fixture.ts'
import { Panel } from './compose-fixture.tsx'

type Post = { id: string; body: GenerationRequest; count: number }
type PostAnswer = ReturnType<Parameters<typeof fakeNetwork>[0]>

const accept = ({ id, body }: Post): PostAnswer => ({
  status: 201,
  body: generationFixture(1, { id, request: body, state: 'queued', outputs: [] }),
})

function open(answer: (post: Post) => PostAnswer = accept, record = generationFixture(1)) {
  const posts: Post[] = []
  fakeNetwork(({ method, path, id, body }) => {
    if (path === '/api/health') return { body: localHealth }
    if (method === 'GET') return { body: { ...record, id: path.split('/').at(-1) } }
    posts.push({ id: id ?? '', body: body as GenerationRequest, count: posts.length + 1 })
    return answer(posts.at(-1) as Post)
  })
  const { unmount } = render(
    <QueryClientProvider client={new QueryClient()}>
      <Panel />
    </QueryClientProvider>,
  )
  return { posts, unmount, user: userEvent.setup() }
}

const prompt = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' })
const group = (name: string) => screen.getByRole('radiogroup', { name })
const choice = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })
const generate = () => screen.getByRole('button', { name: 'Generate' })

const refusal = (detail: string, rest: object = {}) => ({
  status: 422,
  body: { type: 'about:blank', title: 'No', status: 422, code: 'rule', detail, ...rest },
})

afterEach(() => vi.unstubAllGlobals())

describe('composing', () => {
  it('sends what the form says and keeps the draft and the focus', async () => {
    const { user, posts } = open()
    await user.type(prompt(), 'A red fox')
    await user.click(choice('16:9'))
    await user.click(choice('uni-1-max'))
    await user.click(prompt())
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(posts).toHaveLength(1))
    expect(posts[0]?.body).toEqual({
      type: 'image',
      prompt: 'A red fox',
      model: 'uni-1-max',
      style: 'auto',
      output_format: 'png',
      aspect_ratio: '16:9',
    })
    expect(posts[0]?.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(prompt().value).toBe('A red fox')
    expect(document.activeElement).toBe(prompt())
  })

  it('asks for words only after a try, and puts the person where they go', async () => {
    const { user, posts } = open()
    expect(screen.queryByText('Write what you want to see.')).toBeNull()
    await user.click(generate())
    expect(await screen.findByText('Write what you want to see.')).toBeTruthy()
    expect(document.activeElement).toBe(prompt())
    expect(prompt().getAttribute('aria-invalid')).toBe('true')
    expect(posts).toHaveLength(0)
  })

  it('does not take a choice that would break a rule, says why, and offers the way', async () => {
    const { user, posts } = open()
    await user.type(prompt(), 'Rain alley')
    await user.click(choice('16:9'))
    const reasonOf = (name: string) =>
      document.getElementById(group(name).getAttribute('aria-describedby') ?? '')?.textContent
    expect(choice('Manga').getAttribute('aria-disabled')).toBe('true')
    await user.click(choice('Manga'))
    expect(reasonOf('Style')).toMatch(/^Manga pages are tall/)
    expect(choice('Auto').checked).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Make it 2:3' }))
    expect(choice('Manga').checked).toBe(true)
    expect(choice('2:3').checked).toBe(true)
    expect(group('Style').hasAttribute('aria-describedby')).toBe(false)
    await user.click(generate())
    await waitFor(() => expect(posts).toHaveLength(1))
  })

  it('takes a step back and on again', async () => {
    const { user } = open()
    await user.click(choice('16:9'))
    await user.click(choice('JPEG'))
    await user.keyboard('{Control>}z{/Control}')
    expect(choice('PNG').checked).toBe(true)
    expect(choice('16:9').checked).toBe(true)
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(choice('JPEG').checked).toBe(true)
  })

  it('warns of what is not there yet and lets it go', async () => {
    const { user, posts } = open()
    await user.click(choice('Video'))
    await user.type(prompt(), 'Surf')
    await user.click(choice('9:16'))
    await user.click(choice('1080p'))
    expect(screen.getByText('1080p is not there yet for 9:16 and 3:4.')).toBeTruthy()
    await user.click(generate())
    await waitFor(() => expect(posts[0]?.body).toMatchObject({ aspect_ratio: '9:16' }))
  })

  it('says what it costs here and there', async () => {
    const { user } = open()
    expect(await screen.findByText('Free here, $0.0404 on Luma')).toBeTruthy()
    await user.click(choice('Video'))
    expect(screen.getByText('Free here, $0.30 on Luma')).toBeTruthy()
    await user.click(choice('10 s'))
    await user.click(choice('360p'))
    expect(screen.getByText('Free here, ~$0.18 on Luma')).toBeTruthy()
  })

  it('remembers each kind’s settings and carries the words across', async () => {
    const { user } = open()
    await user.type(prompt(), 'Fox')
    await user.click(choice('JPEG'))
    await user.click(choice('Video'))
    await user.click(choice('21:9'))
    await user.type(prompt(), ' runs')
    await user.click(choice('Image'))
    expect(choice('JPEG').checked).toBe(true)
    expect(prompt().value).toBe('Fox runs')
    await user.click(choice('Video'))
    expect(choice('21:9').checked).toBe(true)
  })

  it('finds the draft again after a reload', async () => {
    const { user, unmount } = open()
    await user.type(prompt(), 'Kept')
    await user.click(choice('1:3'))
    unmount()
    open()
    expect(prompt().value).toBe('Kept')
    expect(choice('1:3').checked).toBe(true)
  })

  it('counts to six thousand', async () => {
    const { user } = open()
    await user.type(prompt(), 'Twelve signs')
    expect(screen.getByText('12 / 6,000')).toBeTruthy()
  })
})

describe('being refused', () => {
  it('shows the server’s reason at its field until that field is changed', async () => {
    const { user } = open(() => refusal('Not that ratio.', { path: 'aspect_ratio' }))
    await user.type(prompt(), 'Fox')
    await user.click(choice('3:1'))
    await user.click(generate())
    expect(await within(group('Ratio').parentElement as HTMLElement).findByText('Not that ratio.'))
    await user.click(choice('2:1'))
    expect(screen.queryByText('Not that ratio.')).toBeNull()
  })

  it('shows a later refusal of the upstream at its field too', async () => {
    const record = generationFixture(1, {
      state: 'failed',
      outputs: [],
      request: { type: 'image', prompt: 'Fox', style: 'auto', output_format: 'png' },
      failure_path: 'prompt',
      failure_reason: 'Refused by moderation.',
    })
    const { user } = open(accept, record)
    await user.type(prompt(), 'Fox')
    await user.click(generate())
    expect(await screen.findByText('Refused by moderation.', {}, { timeout: 3000 })).toBeTruthy()
    expect(prompt().getAttribute('aria-invalid')).toBe('true')
  })

  it('sends the same submission again when nobody answered, never a second one', async () => {
    const { user, posts } = open((post) => (post.count < 3 ? 'no answer' : accept(post)))
    await user.type(prompt(), 'Fox')
    await user.click(generate())
    await user.click(await screen.findByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(posts).toHaveLength(2))
    await waitFor(() => expect(generate().getAttribute('aria-busy')).toBe('false'))
    await user.click(generate())
    await waitFor(() => expect(posts).toHaveLength(3))
    expect(new Set(posts.map(({ id }) => id)).size).toBe(1)
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    await user.click(generate())
    await waitFor(() => expect(posts).toHaveLength(4))
    expect(posts[3]?.id).not.toBe(posts[2]?.id)
  })
})
