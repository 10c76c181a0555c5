import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { vi } from 'vitest'
import { everything } from '#contract/find.ts'
import type { Generation } from '#contract/generation.ts'
import {
  fakeNetwork,
  localHealth,
  type NetworkAnswer,
  wallAnswer,
} from '../../api/network-fixture.ts'
import type { Selection } from './selection.ts'
import { Wall } from './wall.tsx'
import type { WallProps } from './wall-props.ts'

type Post = (asked: { id: string | null; body: unknown }) => NetworkAnswer

/** The wall over a server that has these records, newest first. */
export function showWall(
  records: readonly Generation[],
  { post, props = {} }: { post?: Post; props?: Partial<WallProps> } = {},
) {
  const log = fakeNetwork(({ method, path, id, body }) => {
    if (path === '/api/health') return { body: localHealth }
    if (method !== 'GET') return post?.({ id, body }) ?? { status: 404, body: {} }
    const record = records.find((each) => path === `/api/generations/${each.id}`)
    return wallAnswer(path, records) ?? { body: record ?? {} }
  })
  const seen = {
    onOpen: vi.fn(),
    onSelect: vi.fn(),
    onActive: vi.fn(),
    onAt: vi.fn(),
    onTried: vi.fn(),
    onClear: vi.fn(),
    actsOf: vi.fn(async () => []),
  }
  function Held() {
    const [selection, setSelection] = useState<Selection>(new Set<number>())
    return (
      <Wall
        find={everything}
        at={null}
        hrefOf={(id) => `?item=${id}`}
        downloadHref={(id) => `/api/generations/${id}/file`}
        openId={null}
        tileSize={null}
        layout="rows"
        selection={selection}
        {...seen}
        onSelect={(next) => {
          seen.onSelect([...next])
          setSelection(next)
        }}
        {...props}
      />
    )
  }
  const client = new QueryClient()
  render(
    <QueryClientProvider client={client}>
      <Held />
    </QueryClientProvider>,
  )
  const posts = () => log.filter(({ method }) => method === 'POST').map(({ path }) => path)
  return { ...seen, client, log, posts, user: userEvent.setup() }
}
