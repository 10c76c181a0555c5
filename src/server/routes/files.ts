import { open } from 'node:fs/promises'
import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Generation } from '#contract/generation.ts'
import { usualTemplate } from '#contract/take-away.ts'
import type { Records } from '../life/records.ts'
import { ProblemError } from '../problem-error.ts'
import type { DataFolder } from '../store/data-folder.ts'
import { attachment } from '../take-away/attachment.ts'
import { piecesBytes } from '../take-away/inside/pieces.ts'
import { rewriteFile } from '../take-away/inside/rewrite-file.ts'
import { toldOf } from '../take-away/inside/told.ts'
import { nameFiles } from '../take-away/name-files.ts'
import { pieceStream } from '../take-away/piece-stream.ts'

type Parts = { records: Pick<Records, 'one'>; folder: DataFolder }

const query = z.object({
  output: z.optional(z.string().check(z.regex(/^\d{1,3}$/))),
  metadata: z.optional(z.enum(['yes', 'no'])),
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
})

function readQuery(asked: Record<string, string>) {
  const parsed = query.safeParse(asked)
  if (parsed.success) {
    const { output = '0', metadata = 'no', name = usualTemplate } = parsed.data
    return { output: Number(output), metadata, name }
  }
  const path = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new ProblemError('shape', 'Ask for output=0, metadata=yes or no, and name.', { path })
}

/** One file to take away. */
export function fileRoutes({ records, folder }: Parts) {
  async function opened(record: Generation | undefined, output: number) {
    const item = record?.outputs[output]
    if (!record || !item) throw new ProblemError('not_found', 'There is no such file.')
    const file = await open(folder.mediaFile(item.sha256), 'r').catch(() => {
      throw new ProblemError('not_found', 'The file is not in the archive any more.')
    })
    return { record, item, file }
  }

  return new Hono().get('/:id/file', async ({ req }) => {
    const { output, metadata, name } = readQuery(req.query())
    const { record, item, file } = await opened(
      await records.one(req.param('id').toLowerCase()),
      output,
    )
    try {
      const told = metadata === 'yes' ? toldOf(record) : null
      const pieces = await rewriteFile(file, item.media_type, told)
      const isHead = req.raw.method === 'HEAD'
      if (isHead) await file.close()
      return new Response(isHead ? null : pieceStream(file, pieces), {
        headers: {
          'content-type': item.medium === 'file' ? 'application/octet-stream' : item.media_type,
          'content-length': String(piecesBytes(pieces)),
          'content-disposition': attachment(
            nameFiles(record, name, { n: 1, of: 1 })[output] ?? 'dailies',
          ),
        },
      })
    } catch (error) {
      await file.close()
      throw error
    }
  })
}
