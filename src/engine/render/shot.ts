import type { SceneSpec } from '#engine/scene/scene-spec.ts'

/** A camera move and the frames it is made for; it goes on at its pace if nothing follows. */
export type Leg = { camera: SceneSpec['camera']; frames: number }

/** Which stretch of a scene's time is painted, at 24 frames a second. */
export type Shot = {
  /** 0 is a still: the camera rests. */
  frames: number
  /** The last frame leads into the first: everything that moves comes round in `frames`. */
  loop?: boolean
  /** The first frame's number in the scene's own time, 0 unless told; it may lie before 0. */
  from?: number
  /** Moves that follow each other without a jolt, and which of them begins at frame 0. */
  route?: { legs: readonly Leg[]; anchor: number }
}

/** How much slower a loop's time runs where its end meets its beginning. */
const calm = 0.4

/** Where a frame of a loop stands in it, 0…1; time runs slower near the seam. */
export function loopPlace({ frames }: Shot, frame: number): number {
  const x = (((frame % frames) + frames) % frames) / frames
  return x - (calm / (2 * Math.PI)) * Math.sin(2 * Math.PI * x)
}

/** Seconds since the scene's frame 0; those of a loop begin again. */
export function secondsAt(shot: Shot, index: number): number {
  const frame = (shot.from ?? 0) + index
  return shot.loop ? (loopPlace(shot, frame) * shot.frames) / 24 : frame / 24
}

/** What comes round `hz` times a second comes round a whole number of times in a loop. */
export function heldHz(shot: Shot, hz: number): number {
  const lengthS = shot.frames / 24
  return shot.loop ? Math.max(1, Math.round(hz * lengthS)) / lengthS : hz
}
