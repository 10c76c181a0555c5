import { Hono } from 'hono'
import * as z from 'zod/mini'
import { type Preset, presetInput, presetLimits } from '#contract/preset.ts'
import { readBody } from '../http/read-body.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'
import type { PresetRow } from '../store/tables.ts'

const presetId = z.uuid()

function toPreset({ id, name, draft, plan, saved_at }: PresetRow): Preset {
  const kept = plan === null ? {} : { plan: JSON.parse(plan) as unknown }
  return { id, name, draft: JSON.parse(draft), ...kept, saved_at }
}

function readId(param: string): string {
  const parsed = presetId.safeParse(param)
  if (parsed.success) return parsed.data.toLowerCase()
  throw new ProblemError('shape', 'The id of a preset is a UUID of your own making.', {
    path: 'id',
  })
}

const noSuch = () => new ProblemError('not_found', 'There is no such preset.')

const refusals = {
  name_taken: () =>
    new ProblemError('name_taken', 'Another preset has this name: choose another.', {
      path: 'name',
    }),
  too_many: () =>
    new ProblemError('too_many', `There may be ${presetLimits.count} presets: remove one first.`),
}

export function presetRoutes({ store: { presets } }: { store: Pick<Store, 'presets'> }) {
  return new Hono()
    .get('/', async (context) => {
      const rows = await presets.list()
      return context.json({ data: rows.map(toPreset) })
    })
    .get('/:id', async (context) => {
      const row = await presets.find(readId(context.req.param('id')))
      if (!row) throw noSuch()
      return context.json(toPreset(row))
    })
    .put('/:id', async (context) => {
      const id = readId(context.req.param('id'))
      const { name, draft, plan } = await readBody(context.req.raw, presetInput)
      const row: PresetRow = {
        id,
        name,
        draft: JSON.stringify(draft),
        plan: plan === undefined ? null : JSON.stringify(plan),
        saved_at: new Date().toISOString(),
      }
      const kept = await presets.keep(row, presetLimits.count)
      if (kept === 'name_taken' || kept === 'too_many') throw refusals[kept]()
      return context.json(toPreset(row), kept === 'added' ? 201 : 200)
    })
    .delete('/:id', async (context) => {
      const row = await presets.remove(readId(context.req.param('id')))
      if (!row) throw noSuch()
      return context.json(toPreset(row))
    })
}
