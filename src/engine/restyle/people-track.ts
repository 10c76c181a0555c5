import { estimateFace, type Face } from '../estimate/estimate-face.ts'
import { estimatePose, poseFound, type Pose } from '../estimate/estimate-pose.ts'
import type { RgbPicture } from '../estimate/rgb-picture.ts'

/** Who was seen over a clip, looked for in a few frames and carried between them. */
export type PeopleTrack = {
  poseAt(frame: number): Pose | null
  faceAt(frame: number): Face | null
  /** Share of the looked-at frames with a body, with a face. */
  bodies: number
  faces: number
  /** Why nobody could be looked for. */
  failure: string | null
}

export type PersonLook = { frame: number; picture: RgbPicture }

const nobody: PeopleTrack = {
  poseAt: () => null,
  faceAt: () => null,
  bodies: 0,
  faces: 0,
  failure: null,
}

/** Looks at the first, middle and last picture; only when somebody is there, at the others. */
export async function trackPeople(
  looks: readonly PersonLook[],
  signal: AbortSignal,
): Promise<PeopleTrack> {
  const seen = new Map<number, { pose: Pose | null; face: Face | null }>()
  const look = async ({ frame, picture }: PersonLook) => {
    signal.throwIfAborted()
    const pose = await estimatePose(picture)
    const face = await estimateFace(picture)
    seen.set(frame, { pose: pose.score >= poseFound ? pose : null, face })
    await new Promise(setImmediate)
  }
  const probes = [0, looks.length >> 1, looks.length - 1]
  const first = looks.filter((_, n) => probes.includes(n))
  try {
    for (const one of first) await look(one)
    if ([...seen.values()].every(({ pose, face }) => !pose && !face)) return nobody
    for (const one of looks) if (!seen.has(one.frame)) await look(one)
  } catch (error) {
    if (signal.aborted) throw error
    return { ...nobody, failure: error instanceof Error ? error.message : String(error) }
  }
  const inOrder = [...seen].toSorted(([a], [b]) => a - b)
  const poses = inOrder.flatMap(([frame, { pose }]) => (pose ? [{ frame, value: pose }] : []))
  const faces = inOrder.flatMap(([frame, { face }]) => (face ? [{ frame, value: face }] : []))
  return {
    poseAt: (frame) => between(poses, frame, mixedPose),
    faceAt: (frame) => between(faces, frame, mixedFace),
    bodies: poses.length / inOrder.length,
    faces: faces.length / inOrder.length,
    failure: null,
  }
}

function between<T>(
  known: readonly { frame: number; value: T }[],
  frame: number,
  mix: (a: T, b: T, t: number) => T,
): T | null {
  const after = known.findIndex((k) => k.frame >= frame)
  const b = known[after]
  const a = after > 0 ? known[after - 1] : after < 0 ? known.at(-1) : undefined
  if (!a || !b) return (a ?? b)?.value ?? null
  return mix(a.value, b.value, (frame - a.frame) / (b.frame - a.frame))
}

const mixed = (a: number, b: number, t: number) => a + (b - a) * t

function mixedPose(a: Pose, b: Pose, t: number): Pose {
  const joints = a.joints.map((from, n) => {
    const to = b.joints[n]!
    return {
      x: mixed(from.x, to.x, t),
      y: mixed(from.y, to.y, t),
      score: mixed(from.score, to.score, t),
    }
  })
  return { joints, score: mixed(a.score, b.score, t) }
}

function mixedFace(a: Face, b: Face, t: number): Face {
  const points = a.points.map((from, n) => ({
    x: mixed(from.x, b.points[n]!.x, t),
    y: mixed(from.y, b.points[n]!.y, t),
  }))
  return { ...a, points, score: mixed(a.score, b.score, t) }
}
