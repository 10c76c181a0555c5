import * as z from 'zod/mini'
import { selection } from './marks.ts'

/** Parts of a file name in a template: `{date}-{type}-{words}`. */
export const namePlaces = ['date', 'time', 'type', 'model', 'words', 'id', 'n', 'stars'] as const
export const usualTemplate = '{date}-{words}-{id}'

const template = z
  .string()
  .check(z.minLength(1), z.maxLength(200, 'A name has up to 200 characters.'))

/** Body of `POST /api/exports`: a ticket for a ZIP that is written while it is read. */
export const newExport = z.strictObject({
  ...selection.shape,
  /** Prompt, settings and ids written into the files themselves. */
  metadata: z.boolean(),
  template: z.optional(template),
})

export const exportTicket = z.object({
  id: z.uuid(),
  /** Path of this server, good for a while and for one person. */
  href: z.string(),
  files: z.int(),
  bytes: z.int(),
})
