import { Hono } from 'hono'
import { bulkChange, marksChange } from '#contract/marks.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { readBody } from '../http/read-body.ts'
import type { Events } from '../life/events.ts'
import type { Records } from '../life/records.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'

type Parts = { store: Store; records: Records; catalogue: Catalogue; events: Events }

/** What people say of results, one or many. */
export function markRoutes({ store, records, catalogue, events }: Parts) {
  return new Hono()
    .patch('/', async (context) => {
      const { seqs, change } = await readBody(context.req.raw, bulkChange)
      const changed = await store.marks.change(seqs, change)
      await catalogue.touch(seqs)
      return context.json({ changed })
    })
    .patch('/:id', async (context) => {
      const row = await store.generations.find(context.req.param('id').toLowerCase())
      if (!row || row.erased_at) throw new ProblemError('not_found', 'There is no such generation.')
      await store.marks.change([row.seq], await readBody(context.req.raw, marksChange))
      await catalogue.touch([row.seq])
      events.emit({ id: row.id, state: row.state })
      return context.json(await records.one(row.id))
    })
}
