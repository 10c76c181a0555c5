import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { FormProvider } from 'react-hook-form'
import type { Budget } from '#contract/budget.ts'
import { noBudget } from '#contract/budget.ts'
import type { Draft } from '#contract/draft.ts'
import type { World } from '#contract/generation.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { generationFixture } from '../../api/generation-fixture.ts'
import { fakeNetwork, localHealth, type NetworkAnswer } from '../../api/network-fixture.ts'
import { ComposeProvider } from './compose-context.tsx'
import { ComposePanel } from './compose-panel.tsx'
import { remember } from './draft-memory.ts'
import { type Plan, single } from './plan/plan.ts'
import { useDraftForm } from './use-draft-form.ts'

/** The panel in its form and its context. */
export function Panel() {
  return (
    <FormProvider {...useDraftForm()}>
      <ComposeProvider>
        <ComposePanel editControls={null} onDock={() => undefined} />
      </ComposeProvider>
    </FormProvider>
  )
}

export type Sent = { id: string; request: GenerationRequest }
export type Post = { path: string; setId: string | null; items: Sent[]; count: number }

type Scene = {
  draft?: Draft
  plan?: Partial<Plan>
  world?: World
  budget?: Budget
  todayUsd?: number
  answer?: (post: Post) => NetworkAnswer
}

const record = ({ id, request }: Sent) =>
  generationFixture(1, { id, request, state: 'queued', outputs: [] })

/** What the server answers to one request, or to a set. */
export const acceptPost = ({ setId, items }: Post): NetworkAnswer => ({
  status: 201,
  body: setId ? { id: setId, data: items.map(record) } : items.map(record)[0],
})

export const refusePost = (detail: string, rest: object = {}): NetworkAnswer => ({
  status: 422,
  body: { type: 'about:blank', title: 'No', status: 422, code: 'rule', detail, ...rest },
})

function readPost(path: string, id: string | null, body: unknown, count: number): Post {
  if (path !== '/api/sets') {
    return {
      path,
      setId: null,
      items: [{ id: id ?? '', request: body as GenerationRequest }],
      count,
    }
  }
  const set = body as { id: string; items: Sent[] }
  return { path, setId: set.id, items: set.items, count }
}

/** The compose panel with a server at the network's edge. */
export function openCompose(scene: Scene = {}) {
  const { draft, plan, world = 'local', todayUsd = 0, answer = acceptPost } = scene
  const posts: Post[] = []
  let budget = scene.budget ?? noBudget
  if (draft) remember('current', { draft, plan: { ...single, ...plan } })
  fakeNetwork(({ method, path, id, body }) => {
    if (path === '/api/health') return { body: { ...localHealth, engine: world } }
    if (path === '/api/budget') {
      if (method === 'PUT') budget = body as Budget
      return { body: budget }
    }
    if (path === '/api/usage') {
      const as_of = '2026-11-22T12:00:00.000Z'
      return { body: { as_of, today_usd: todayUsd, today_estimate: false, days: [] } }
    }
    if (method === 'GET') return { status: 404, body: {} }
    posts.push(readPost(path, id, body, posts.length + 1))
    return answer(posts.at(-1) as Post)
  })
  const { unmount } = render(
    <QueryClientProvider client={new QueryClient()}>
      <Panel />
    </QueryClientProvider>,
  )
  return { posts, unmount, budget: () => budget, user: userEvent.setup() }
}

export const promptBox = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' })
export const actButton = (name: string) => screen.getByRole('button', { name })
