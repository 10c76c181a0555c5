import * as z from 'zod/mini'
import { draft } from './draft.ts'

export const presetLimits = { nameLength: 80, count: 1000 } as const

const nameWords = `A name has 1 to ${presetLimits.nameLength} characters.`

const presetName = z
  .string()
  .check(z.trim(), z.minLength(1, nameWords), z.maxLength(presetLimits.nameLength, nameWords))

/** Settings under a name. `plan` belongs to the studio: the server keeps it as it came. */
export const presetInput = z.object({
  name: presetName,
  draft,
  plan: z.optional(z.unknown()),
})
export type PresetInput = z.infer<typeof presetInput>

export const preset = z.extend(presetInput, { id: z.uuid(), saved_at: z.iso.datetime() })
export type Preset = z.infer<typeof preset>

/** By name. */
export const presetList = z.object({ data: z.array(preset) })
