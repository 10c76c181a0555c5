import type { FileHandle } from 'node:fs/promises'
import type { Piece } from './pieces.ts'

const readBytes = 256 * 1024

/** In reads of 256 KiB, each when it is wanted. @throws Error when the file is shorter than it was. */
export async function* readPieces(
  file: FileHandle,
  pieces: readonly Piece[],
): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) {
      yield piece
      continue
    }
    for (let at = piece.from; at < piece.to;) {
      const wanted = Math.min(readBytes, piece.to - at)
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(wanted), 0, wanted, at)
      if (bytesRead === 0) throw new Error('The file is shorter than it was.')
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }
}
