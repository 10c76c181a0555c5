import { Hono } from 'hono'
import { budget } from '#contract/budget.ts'
import { readBody } from '../http/read-body.ts'
import type { Store } from '../store/open-store.ts'

export function budgetRoutes({ store: { settings } }: { store: Pick<Store, 'settings'> }) {
  return new Hono()
    .get('/', async (context) => context.json(await settings.budget()))
    .put('/', async (context) => {
      await settings.setBudget(await readBody(context.req.raw, budget))
      return context.json(await settings.budget())
    })
}
