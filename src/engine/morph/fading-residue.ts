/**
 * What a picture has that its repetition lacks, taken back little by little: added in full to the
 * frame that must be the picture itself, to the ones further away ever less.
 */
export function fadingResidue(picture: Uint8Array, repeated: Uint8Array, fadesFrames: number) {
  const residue = Int16Array.from(picture, (v, i) => v - repeated[i]!)
  return (frame: Uint8Array, away: number): Uint8Array => {
    if (away >= fadesFrames) return frame
    const t = away / fadesFrames
    const share = 1 - t * t * (3 - 2 * t)
    return Uint8Array.from(frame, (v, i) =>
      Math.min(255, Math.max(0, Math.round(v + share * residue[i]!))),
    )
  }
}
