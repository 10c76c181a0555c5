import * as z from 'zod/mini'
import { mediaRef } from './media-ref.ts'

/** An anchor: the picture that stands at a frame of the grid. Pairs, so lists cannot differ. */
export const keyframe = z.strictObject({ frame: z.number(), image: mediaRef })
export type Keyframe = z.infer<typeof keyframe>

export const keyframeLimit = 64

/**
 * The anchors of the grid 0..`from` on the shorter grid 0..`to`, at the same part of the clip; order
 * and number stay, no two share a frame.
 */
export function squeezed(keyframes: readonly Keyframe[], from: number, to: number): Keyframe[] {
  const order = keyframes.map((_, index) => index)
  order.sort((a, b) => (keyframes[a]?.frame ?? 0) - (keyframes[b]?.frame ?? 0))
  const places = new Map<number, number>()
  order.forEach((index, rank) => {
    const wanted = Math.round(((keyframes[index]?.frame ?? 0) * to) / Math.max(1, from))
    const before = rank === 0 ? -1 : (places.get(order[rank - 1] as number) as number)
    const room = to - (order.length - 1 - rank)
    places.set(index, Math.min(room, Math.max(before + 1, wanted)))
  })
  return keyframes.map(({ image }, index) => ({ frame: places.get(index) as number, image }))
}
