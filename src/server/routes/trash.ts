import { Hono } from 'hono'
import * as z from 'zod/mini'
import { selection } from '#contract/marks.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { readBody } from '../http/read-body.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'

type Parts = { store: Store; catalogue: Catalogue; sweep: () => Promise<void> }

const erasing = z.strictObject({ ...selection.shape, confirm: z.optional(z.int()) })
const now = () => new Date().toISOString()

/** What is thrown away can be had back until a person has said twice that it is to be erased. */
export function trashRoutes({ store, catalogue, sweep }: Parts) {
  return new Hono()
    .post('/', async (context) => {
      const { seqs } = await readBody(context.req.raw, selection)
      const changed = await store.trash.throwAway(seqs, now())
      if (changed === 'not_settled') {
        const detail = 'What is still held or under way cannot go to the trash: take it back first.'
        throw new ProblemError('not_settled', detail, { path: 'seqs' })
      }
      await catalogue.touch(seqs)
      return context.json({ changed })
    })
    .post('/restore', async (context) => {
      const { seqs } = await readBody(context.req.raw, selection)
      const changed = await store.trash.restore(seqs)
      await catalogue.touch(seqs)
      return context.json({ changed })
    })
    .post('/erase', async (context) => {
      const { seqs, confirm } = await readBody(context.req.raw, erasing)
      const count = new Set(seqs).size
      if (confirm !== count) {
        const detail = `This erases ${count} for good: say so by "confirm": ${count}.`
        throw new ProblemError('not_confirmed', detail, { path: 'confirm' })
      }
      const changed = await store.trash.erase(seqs, now())
      await sweep()
      await catalogue.touch(seqs)
      return context.json({ changed })
    })
}
