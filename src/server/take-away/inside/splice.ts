import type { Piece } from './pieces.ts'

/** A file of `size` bytes with parts left out and others put in, from its beginning to its end. */
export function createSplice(size: number) {
  const pieces: Piece[] = []
  let kept = 0

  function keepTo(at: number) {
    if (at > kept) pieces.push({ from: kept, to: at })
    kept = at
  }

  return {
    put(at: number, bytes: Uint8Array) {
      keepTo(at)
      pieces.push(bytes)
    },
    drop(from: number, to: number) {
      keepTo(from)
      kept = to
    },
    done(): Piece[] {
      keepTo(size)
      return pieces
    },
  }
}
