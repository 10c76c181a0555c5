import { Hono } from 'hono'
import { readFind } from '#contract/find.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'

export function facetRoutes({ catalogue }: { catalogue: Catalogue }) {
  return new Hono().get('/', async (context) =>
    context.json(await catalogue.facets(readFind(new URL(context.req.url).searchParams))),
  )
}
