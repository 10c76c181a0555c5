import { Hono } from 'hono'
import type { Store } from '../store/open-store.ts'

export function tagRoutes({ store: { marks } }: { store: Pick<Store, 'marks'> }) {
  return new Hono().get('/', async (context) => context.json({ data: await marks.tags() }))
}
