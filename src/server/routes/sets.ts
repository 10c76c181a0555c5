import { Hono } from 'hono'
import { type GenerationSet, setSubmission } from '#contract/set.ts'
import { readBody } from '../http/read-body.ts'
import type { Held } from '../life/held.ts'
import type { Records } from '../life/records.ts'
import type { SubmitSet } from '../life/submit-set.ts'
import { ProblemError } from '../problem-error.ts'

type Parts = { records: Records; submitSet: SubmitSet; held: Held }

export function setRoutes({ records, submitSet, held }: Parts) {
  async function read(setId: string): Promise<GenerationSet> {
    const data = await records.ofSet(setId)
    if (!data.length) throw new ProblemError('not_found', 'There is no such set.')
    return { id: setId, data }
  }

  return new Hono()
    .post('/', async (context) => {
      const { id, items } = await readBody(context.req.raw, setSubmission)
      const setId = id.toLowerCase()
      const { isNew } = await submitSet({
        id: setId,
        items: items.map((item) => ({ ...item, id: item.id.toLowerCase() })),
      })
      return context.json(await read(setId), isNew ? 201 : 200)
    })
    .get('/:id', async (context) => context.json(await read(context.req.param('id').toLowerCase())))
    .post('/:id/send', async (context) => {
      const setId = context.req.param('id').toLowerCase()
      await held.sendSet(setId)
      return context.json(await read(setId))
    })
    .post('/:id/withdraw', async (context) => {
      const setId = context.req.param('id').toLowerCase()
      await held.withdrawSet(setId)
      return context.json(await read(setId))
    })
}
