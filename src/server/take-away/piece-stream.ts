import type { FileHandle } from 'node:fs/promises'
import type { Piece } from './inside/pieces.ts'
import { readPieces } from './inside/read-pieces.ts'

/** Takes over the file and closes it, however the reading ends. */
export function pieceStream(
  file: FileHandle,
  pieces: readonly Piece[],
): ReadableStream<Uint8Array> {
  const reading = readPieces(file, pieces)
  const close = async () => {
    await reading.return(undefined)
    await file.close()
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reading.next()
          if (!done) return controller.enqueue(value)
          await close()
          controller.close()
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
