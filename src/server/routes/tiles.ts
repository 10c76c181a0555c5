import { Hono } from 'hono'
import * as z from 'zod/mini'
import { tilesLimit } from '#contract/wall.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'

const seqList = z
  .array(z.coerce.number().check(z.int(), z.positive()))
  .check(z.maxLength(tilesLimit))
const idList = z.array(z.uuid()).check(z.maxLength(tilesLimit))

function refuse(path: string): never {
  throw new ProblemError('shape', `Name up to ${tilesLimit}, parted by commas.`, { path })
}

/** `?seqs=3,2,1` or `?ids=…`, in the order asked for. */
export function tileRoutes({ store: { tiles } }: { store: Pick<Store, 'tiles'> }) {
  return new Hono().get('/', async (context) => {
    const { seqs, ids } = context.req.query()
    if (ids !== undefined) {
      const asked = idList.safeParse(ids.toLowerCase().split(',').filter(Boolean))
      return context.json({ data: await tiles.tilesOfIds(asked.data ?? refuse('ids')) })
    }
    const asked = seqList.safeParse((seqs ?? '').split(',').filter(Boolean))
    return context.json({ data: await tiles.tilesOf(asked.data ?? refuse('seqs')) })
  })
}
