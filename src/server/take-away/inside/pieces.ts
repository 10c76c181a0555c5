/** New bytes, or a part of a file, `to` not included. */
export type Piece = Uint8Array | { from: number; to: number }

const bytesOf = (piece: Piece) =>
  piece instanceof Uint8Array ? piece.length : piece.to - piece.from

export const piecesBytes = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + bytesOf(piece), 0)
