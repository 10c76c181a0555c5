import { rm } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import type { Checkpoint } from '../checkpoint.ts'
import type { DataFolder } from '../store/data-folder.ts'
import { receiveFile } from '../media/incoming-file.ts'
import { keepStill } from '../media/keep-still.ts'
import { createLimit } from './limit.ts'
import type { Log } from '../log.ts'
import { probeMedia } from '../media/media-probe.ts'
import { fileRow, mediaRow } from '../media/media-row.ts'
import { placeFile } from '../media/place-file.ts'
import type { MediaRow } from '../store/tables.ts'
import type { Upstream, UpstreamOutput } from '../upstream/upstream.ts'

export type Archive = ReturnType<typeof createArchive>

type Parts = { folder: DataFolder; upstream: Upstream; checkpoint: Checkpoint; log: Log }

const drawable = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/avif',
  'video/mp4',
  'video/x-m4v',
  'video/quicktime',
  'video/webm',
])
const plainType = /^[\w.+-]+\/[\w.+-]+$/

/** What the bytes are. @throws when they are not what the upstream called them. */
async function sniff(head: Buffer, { type }: UpstreamOutput, served: string): Promise<string> {
  const found = (await fileTypeFromBuffer(head))?.mime
  const isNamed = type === 'image' || type === 'video'
  if (isNamed && !found?.startsWith(`${type}/`)) {
    throw new Error(`The output was called ${type} and is ${found ?? 'something else'}.`)
  }
  return found ?? (plainType.test(served) ? served : 'application/octet-stream')
}

/** Copies outputs of the upstream to this machine, each under the hash of its bytes. */
export function createArchive({ folder, upstream, checkpoint, log }: Parts) {
  const inTurn = createLimit(3)

  async function drawn(row: MediaRow): Promise<MediaRow> {
    const { medium, sha256 } = row
    if (medium === 'file') return row
    try {
      return { ...row, thumbhash: await keepStill(folder, { sha256, medium }) }
    } catch (error) {
      log.warn({ err: error, sha256 }, 'no still could be drawn')
      return row
    }
  }

  async function fetchOutput(output: UpstreamOutput, signal: AbortSignal): Promise<MediaRow> {
    const download = await upstream.download(output.url, signal)
    if (download.outcome === 'dead') throw new Error(download.why)
    const path = folder.tempFile()
    let mediaType = ''
    try {
      const incoming = await receiveFile(download.body, path, {
        async onHead(head) {
          await checkpoint('archive_temp_open')
          mediaType = await sniff(head, output, download.media_type)
        },
        onFirstWrite: () => checkpoint('archive_mid_download'),
        onSynced: () => checkpoint('archive_after_fsync'),
      })
      if (download.length !== null && download.length !== incoming.bytes) {
        throw new Error(`The output ended after ${incoming.bytes} of ${download.length} bytes.`)
      }
      const row = drawable.has(mediaType)
        ? mediaRow(incoming, await probeMedia(path))
        : fileRow(incoming, mediaType)
      folder.arriving.begin(row.sha256)
      try {
        await placeFile(path, folder.mediaFile(row.sha256))
        await checkpoint('archive_after_rename')
        return await drawn(row)
      } catch (error) {
        folder.arriving.end(row.sha256)
        throw error
      }
    } finally {
      await rm(path, { force: true })
    }
  }

  /**
   * The media of one output, whole and on the disk; nobody removes it until it is let go.
   * @throws Error with a sentence when it cannot be had now; a fresh link may help.
   */
  return {
    keep: (output: UpstreamOutput, signal: AbortSignal) =>
      inTurn(() => fetchOutput(output, signal)),

    /** What was kept has its row, or never will. */
    letGo: ({ sha256 }: MediaRow) => folder.arriving.end(sha256),
  }
}
