import { open } from 'node:fs/promises'
import type { ByteRange } from './byte-range.ts'

const readBytes = 1024 * 1024

/** Bytes of a file in reads of 1 MiB, never more than one ahead of the reader. */
export async function fileStream(
  path: string,
  { start, end }: ByteRange,
): Promise<ReadableStream<Uint8Array>> {
  const file = await open(path, 'r')
  let at = start
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const wanted = Math.min(readBytes, end - at + 1)
        try {
          if (wanted > 0) {
            const buffer = Buffer.allocUnsafeSlow(wanted)
            const { bytesRead } = await file.read(buffer, 0, wanted, at)
            if (bytesRead === 0) throw new Error('The file is shorter than it was.')
            at += bytesRead
            controller.enqueue(buffer.subarray(0, bytesRead))
          }
          if (at > end) {
            await file.close()
            controller.close()
          }
        } catch (error) {
          await file.close().catch(() => undefined)
          controller.error(error)
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 1 },
  )
}
