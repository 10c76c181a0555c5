import { Hono } from 'hono'
import { exportTicket, newExport, usualTemplate } from '#contract/take-away.ts'
import { readBody } from '../http/read-body.ts'
import { ProblemError } from '../problem-error.ts'
import type { DataFolder } from '../store/data-folder.ts'
import type { Store } from '../store/open-store.ts'
import { attachment } from '../take-away/attachment.ts'
import { createExportTickets } from '../take-away/export-tickets.ts'
import { zipEntries } from '../take-away/zip-entries.ts'
import { zipStream } from '../take-away/zip/zip-stream.ts'
import { dayOf } from '../life/local-days.ts'

type Parts = { store: Store; folder: DataFolder }

const greatestSeq = 0xffff_ffff

export function exportRoutes({ store, folder }: Parts) {
  const tickets = createExportTickets()
  return new Hono()
    .post('/', async (context) => {
      const body = await readBody(context.req.raw, newExport)
      const { metadata, template = usualTemplate } = body
      const seqs = Uint32Array.from(new Set(body.seqs.filter((seq) => seq <= greatestSeq)))
      const { items, files, bytes } = await store.taken.total(seqs)
      if (items === 0) throw new ProblemError('not_found', 'None of these are there any more.')
      const id = tickets.add({ seqs, files, metadata, template })
      const href = `/api/exports/${id}.zip`
      return context.json(exportTicket.parse({ id, href, files, bytes }), 201)
    })
    .get('/:file{[0-9a-f-]{36}[.]zip}', (context) => {
      const wanted = tickets.find(context.req.param('file').slice(0, 36))
      if (!wanted) {
        throw new ProblemError('not_found', 'This download is not ready any more: ask again.')
      }
      const isHead = context.req.raw.method === 'HEAD'
      const body = isHead ? null : zipStream(zipEntries({ store, folder }, wanted))
      return new Response(body, {
        headers: {
          'content-type': 'application/zip',
          'content-disposition': attachment(`dailies-${dayOf(new Date()).day}.zip`),
        },
      })
    })
}
