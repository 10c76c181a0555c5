/** The time in the middle of a frame, seconds: a seek there cannot land on its neighbour. */
export const seekTime = (frame: number, fps: number) => (frame + 0.5) / fps

/** The zero-based frame that is on screen at a media time, never beyond the file. */
export function frameAt(mediaTimeS: number, fps: number, frames: number): number {
  return clampFrame(Math.floor(mediaTimeS * fps + 1e-3), frames)
}

export const clampFrame = (frame: number, frames: number) =>
  Math.max(0, Math.min(frames - 1, frame))
