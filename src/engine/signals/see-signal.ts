import type { Signal, SignalAmount } from '#contract/signal.ts'
import { openVideoDecoder } from '../media/video-decoder.ts'
import { readFrame } from '../media/read-frame.ts'
import { analyseClip, type ClipAnalysis } from '../restyle/clip-analysis.ts'
import { type Controls, controlsByHand, usualLevel } from '../restyle/edit-plan.ts'
import { mapPlanes } from '../restyle/frame-input.ts'
import { frameMaps } from '../restyle/frame-maps.ts'
import { seeDepth, seeNormals } from './see-surfaces.ts'
import { seeFace, seePose } from './see-people.ts'
import { seeTrajectory } from './see-trajectory.ts'
import type { Picture, Seen } from './seen-picture.ts'

export type SignalOrder = { path: string; frame: number; signal: Signal; amount: SignalAmount }

const maxSide = 640
const seed = 1

/** The clips looked at last: 128 px looks at every frame, 5 MB for 5 s. */
const kept = new Map<string, Promise<ClipAnalysis>>()
const keptClips = 2

async function analysed(path: string): Promise<ClipAnalysis> {
  const video = await openVideoDecoder(path)
  try {
    return await analyseClip(video, new AbortController().signal)
  } finally {
    await video.close()
  }
}

function analysisOf(path: string): Promise<ClipAnalysis> {
  const known = kept.get(path) ?? analysed(path)
  kept.delete(path)
  kept.set(path, known)
  known.catch(() => kept.delete(path))
  for (const old of [...kept.keys()].slice(0, -keptClips)) kept.delete(old)
  return known
}

/** The clip with only those people in it that the signal is about. */
function peopleFor(signal: Signal, clip: ClipAnalysis): ClipAnalysis {
  const people = {
    ...clip.people,
    ...(signal !== 'pose' && { poseAt: () => null }),
    ...(signal !== 'face' && { faceAt: () => null }),
  }
  return { ...clip, people }
}

function mapsOf(clip: ClipAnalysis, controls: Controls, frame: number) {
  const { width, height } = clip.glances[0]!
  const maps = new Float32Array(width * height * 4 * mapPlanes)
  const drifts = { picture: (): [number, number] => [0, 0], guideA: null, guideB: null }
  frameMaps(clip, controls, seed)(frame, drifts, maps)
  return { size: { width, height }, maps }
}

function see(signal: Signal, picture: Picture, at: number, clip: ClipAnalysis, controls: Controls) {
  if (signal === 'trajectory') {
    return seeTrajectory(picture, at, clip.motion, controls.trajectory.sparsity)
  }
  const maps = mapsOf(clip, controls, at)
  if (signal === 'depth') return seeDepth(picture, maps)
  if (signal === 'normals') return seeNormals(picture, maps)
  const draw = signal === 'pose' ? seePose : seeFace
  return draw(picture, at, clip.people, maps)
}

/**
 * What one signal of a video edit sees in one frame, read as the renderer reads it: the whole clip
 * first (it is remembered), for estimates are steadied over time.
 *
 * @throws MediaFault
 */
export async function seeSignal({ path, frame, signal, amount }: SignalOrder): Promise<Seen> {
  const clip = peopleFor(signal, await analysisOf(path))
  const at = Math.min(frame, clip.frames - 1)
  const controls = controlsByHand(usualLevel, { [signal]: { enabled: true, ...amount } }, clip)
  return see(signal, await readFrame(path, at, maxSide), at, clip, controls)
}
