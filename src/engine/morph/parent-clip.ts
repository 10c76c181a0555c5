import type { Size } from '#contract/size.ts'
import { openVideoDecoder } from '../media/video-decoder.ts'
import { isMoving } from './carried.ts'
import { fittedFrame } from './fitted-frame.ts'
import { cameraMotion, pyramidOf } from './pair-motion.ts'
import { rest, type Similarity } from './similarity.ts'

/** Steps of the parent over which its motion is measured. */
const steps = 3
/** Likeness from which on a measured motion is believed. */
const believed = 0.4

/** The pictures of the side of a clip where it will be continued, in order of showing. */
async function edgeOf(path: string, isForward: boolean, signal: AbortSignal) {
  const decoder = await openVideoDecoder(path)
  const size = { width: decoder.width, height: decoder.height }
  const edge: Uint8Array[] = []
  try {
    const wanted = isForward ? decoder.frames : steps + 1
    for (let n = 0; n < wanted; n++) {
      signal.throwIfAborted()
      const frame = await decoder.read()
      if (!frame) break
      if (edge.length > steps) edge.shift()
      edge.push(frame)
    }
  } finally {
    await decoder.close()
  }
  if (edge.length === 0) throw new Error('The clip to be extended has no frames.')
  return { size, rate: decoder.rate, edge }
}

/**
 * The picture that an extension goes on from, fitted to the new clip, and the parent's motion there,
 * in widths for a frame of the new clip.
 */
export async function parentEdge(
  path: string,
  { size, isForward, signal }: { size: Size; isForward: boolean; signal: AbortSignal },
): Promise<{ picture: Uint8Array; motion: Similarity }> {
  const { size: from, rate, edge } = await edgeOf(path, isForward, signal)
  const [first, last] = await Promise.all(
    [edge[0]!, edge.at(-1)!].map((frame) => fittedFrame(frame, from, size)),
  )
  const picture = isForward ? last! : first!
  if (edge.length === 1) return { picture, motion: rest }
  const luma = size.width * size.height
  const [a, b] = [first!, last!].map((frame) => pyramidOf(frame.subarray(0, luma), size))
  const { motion, likeness } = cameraMotion(a!, b!)
  const k = rate.num / rate.den / 24 / (edge.length - 1)
  const { x, y, zoom, roll } = motion
  const each = { x: x * k, y: y * k, zoom: zoom * k, roll: roll * k }
  return { picture, motion: likeness >= believed && isMoving(each) ? each : rest }
}
