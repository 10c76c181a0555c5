import { Hono } from 'hono'
import { type Family, familyLimit } from '#contract/family.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'

/** Who comes from whom. */
export function familyRoutes({ store }: { store: Store }) {
  return new Hono().get('/:id/family', async (context) => {
    const row = await store.generations.find(context.req.param('id').toLowerCase())
    if (!row || row.erased_at) throw new ProblemError('not_found', 'There is no such generation.')
    const { members: seqs, links, cut } = await store.links.familyOf(row.seq, familyLimit)
    const told = await store.links.toldOf(seqs)
    const tiles = await store.tiles.tilesOf(seqs)
    const members = tiles.flatMap((tile) => {
      const more = told.get(tile.seq)
      return more ? [{ ...tile, ...more }] : []
    })
    return context.json({ members, links, cut } satisfies Family)
  })
}
