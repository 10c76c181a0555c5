import { Hono } from 'hono'
import { readUsage } from '../life/usage.ts'
import type { Store } from '../store/open-store.ts'

export function usageRoutes({ store }: { store: Pick<Store, 'spending'> }) {
  return new Hono().get('/', async (context) => context.json(await readUsage(store)))
}
