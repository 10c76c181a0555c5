import type { MutationOptions } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { exportTicket } from '#contract/take-away.ts'
import type { ApiError } from './api-error.ts'
import { ask } from './client.ts'

/** How files are taken away. */
export type TakeAway = { metadata: boolean; template: string }

/** One file as a download: the browser goes there by itself. `output` counts from 0. */
export function fileHref(id: string, output: number, { metadata, template }: TakeAway): string {
  const query = new URLSearchParams({
    output: String(output),
    metadata: metadata ? 'yes' : 'no',
    name: template,
  })
  return `/api/generations/${id}/file?${query}`
}

type ExportTicket = z.infer<typeof exportTicket>
type NewExport = TakeAway & { seqs: readonly number[] }

/** A ticket for a ZIP of many; going to its `href` begins the download. */
export const createExport = (): MutationOptions<ExportTicket, ApiError, NewExport> => ({
  mutationFn: (body) => ask('/api/exports', exportTicket, { method: 'POST', body }),
  networkMode: 'always',
})
