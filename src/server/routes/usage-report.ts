import { Hono } from 'hono'
import * as z from 'zod/mini'
import { type World, worlds } from '#contract/generation.ts'
import { priceTable } from '#contract/price.ts'
import { csvLine } from '../http/csv-line.ts'
import { dayOf } from '../life/local-days.ts'
import { readUsageLines, readUsageReport } from '../life/usage-report.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'
import { attachment } from '../take-away/attachment.ts'

type Parts = { store: Pick<Store, 'report' | 'settings'> }

const mostDays = 366
const worldAsked = z.enum(worlds)

function readDays(query = '30'): number {
  const days = /^\d{1,3}$/.test(query) ? Number(query) : 0
  if (days >= 1 && days <= mostDays) return days
  throw new ProblemError('shape', `Ask for 1 to ${mostDays} days.`, { path: 'days' })
}

function readWorld(query = 'luma'): World {
  const world = worldAsked.safeParse(query)
  if (world.success) return world.data
  throw new ProblemError('shape', 'A world is luma or local.', { path: 'world' })
}

const scopeOf = ({ days, world }: Record<string, string>) => ({
  days: readDays(days),
  world: readWorld(world),
})

const columns = ['day', 'type', 'model', 'generations', 'usd', 'estimate', 'world', 'prices_as_of']

export function usageReportRoutes({ store }: Parts) {
  return new Hono()
    .get('/report', async (context) =>
      context.json(await readUsageReport(store, scopeOf(context.req.query()))),
    )
    .get('/report.csv', async (context) => {
      const scope = scopeOf(context.req.query())
      const lines = await readUsageLines(store, scope)
      const rows = lines.map(({ day, type, model, generations, usd, estimate }) =>
        csvLine([day, type, model, generations, usd, estimate, scope.world, priceTable.asOf]),
      )
      const name = `dailies-usage-${scope.world}-${dayOf(new Date()).day}.csv`
      return context.body(csvLine(columns) + rows.join(''), 200, {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': attachment(name),
      })
    })
}
