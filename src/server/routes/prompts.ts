import { Hono } from 'hono'
import { promptLimits } from '#contract/prompt.ts'
import { readLimit } from '../http/read-limit.ts'
import type { Store } from '../store/open-store.ts'

export function promptRoutes({ store: { prompts } }: { store: Pick<Store, 'prompts'> }) {
  return new Hono().get('/', async (context) => {
    const { q = '', limit } = context.req.query()
    const most = readLimit(limit, promptLimits.usual, promptLimits.most)
    return context.json({ data: await prompts.search(q, most) })
  })
}
