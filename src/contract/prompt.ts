import * as z from 'zod/mini'
import { generationTypes } from './draft.ts'

/** Words that were submitted before. */
const pastPrompt = z.object({
  prompt: z.string(),
  /** Of the last time. */
  type: z.enum(generationTypes),
  used_at: z.iso.datetime(),
  times: z.int(),
})
export type PastPrompt = z.infer<typeof pastPrompt>

/** Each prompt once, the one used last first. */
export const promptList = z.object({ data: z.array(pastPrompt) })

export const promptLimits = { usual: 30, most: 100 } as const
