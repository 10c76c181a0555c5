import { type FileHandle, open } from 'node:fs/promises'
import type { ByteRange } from './byte-range.ts'

const readBytes = 256 * 1024

/**
 * Bytes of a file in reads of 256 KiB, each when the reader wants it: 50 stalled readers cost
 * 16 MB. The file is opened by the first read.
 */
export function fileStream(path: string, { start, end }: ByteRange): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined
  let at = start
  const close = async () => file?.close()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          file ??= await open(path, 'r')
          const wanted = Math.min(readBytes, end - at + 1)
          const { buffer, bytesRead } = await file.read(
            Buffer.allocUnsafeSlow(wanted),
            0,
            wanted,
            at,
          )
          if (bytesRead === 0) throw new Error('The file is shorter than it was.')
          at += bytesRead
          controller.enqueue(buffer.subarray(0, bytesRead))
          if (at > end) {
            await close()
            controller.close()
          }
        } catch (error) {
          await close().catch(() => undefined)
          controller.error(error)
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  )
}
