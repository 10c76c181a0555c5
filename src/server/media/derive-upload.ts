import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type * as z from 'zod/mini'
import { shapeReason } from '#contract/shape-reason.ts'
import { clipPart, frameChoice, type Upload, uploadLimits } from '#contract/upload.ts'
import { ProblemError } from '../problem-error.ts'
import type { DataFolder } from '../store/data-folder.ts'
import type { Store } from '../store/open-store.ts'
import type { MadeFrom } from '../store/upload-rows.ts'
import type { MediaRow } from '../store/tables.ts'
import { cuttingProcess, drawingProcess } from './media-process.ts'
import type { TakeUpload } from './take-upload.ts'

type Parts = { store: Store; folder: DataFolder; takeUpload: TakeUpload }

/** Makes new uploads of what is here already. */
function read<Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new ProblemError('shape', shapeReason(issue), { path: issue.path.join('.') })
}

function framesOf(row: MediaRow, path: string): number {
  if (row.medium === 'video' && row.frames !== null) return row.frames
  throw new ProblemError('shape', 'This is a picture; only a clip has frames.', { path })
}

function requireWithin(index: number, frames: number, path: string) {
  if (index < frames) return
  const detail = `This clip has ${frames} frames: 0 to ${frames - 1}.`
  throw new ProblemError('shape', detail, { path })
}

export function createDeriveUpload({ store, folder, takeUpload }: Parts) {
  async function takeWritten(
    from: MadeFrom,
    write: (to: string) => Promise<unknown>,
  ): Promise<Upload> {
    const to = folder.tempFile()
    try {
      await write(to).catch((error: Error) => {
        throw new ProblemError('media_broken', error.message)
      })
      return await takeUpload(createReadStream(to), (await stat(to)).size, from)
    } finally {
      await rm(to, { force: true })
    }
  }

  return {
    /** A lossless picture of one frame. @throws ProblemError */
    async fromFrame(body: unknown): Promise<Upload> {
      const { sha256, frame } = read(frameChoice, body)
      const row = await store.media.find(sha256)
      if (!row || row.medium === 'file') {
        throw new ProblemError('not_found', 'There is no such clip.', { path: 'sha256' })
      }
      requireWithin(frame, framesOf(row, 'sha256'), 'frame')
      const path = folder.mediaFile(sha256)
      const whole = await store.uploads.madeFrom(sha256)
      return takeWritten({ ...whole, frame: whole.frame + frame }, (to) =>
        drawingProcess.ask({ ask: 'png', path, frame, to }),
      )
    },

    /** Exactly these frames as a clip of their own; the original stays. @throws ProblemError */
    async trim(id: string, body: unknown, signal: AbortSignal): Promise<Upload> {
      const row = await store.uploads.find(id)
      if (!row) throw new ProblemError('not_found', 'There is no such upload.', { path: 'id' })
      const total = framesOf(row, 'id')
      const { from_frame: from, frames } = read(clipPart, body)
      requireWithin(from, total, 'from_frame')
      if (from + frames > total) {
        const detail = `From frame ${from} on, this clip has ${total - from} frames.`
        throw new ProblemError('shape', detail, { path: 'frames' })
      }
      const cut = { path: folder.mediaFile(row.sha256), from, frames }
      const mostBytes = uploadLimits.video
      const whole = await store.uploads.madeFrom(row.sha256)
      return takeWritten({ ...whole, frame: whole.frame + from }, (to) =>
        cuttingProcess.ask({ ask: 'cut', ...cut, to, mostBytes }, signal),
      )
    },
  }
}
