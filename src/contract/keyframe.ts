import * as z from 'zod/mini'
import { mediaRef } from './media-ref.ts'

/** An anchor: the picture that stands at a frame of the grid. Pairs, so lists cannot differ. */
export const keyframe = z.strictObject({ frame: z.number(), image: mediaRef })
export type Keyframe = z.infer<typeof keyframe>

export const keyframeLimit = 64

/** The anchors moved onto 0..`last` in proportion; order and number stay, no two share a frame. */
export function squeezed(keyframes: readonly Keyframe[], last: number): Keyframe[] {
  const furthest = Math.max(0, ...keyframes.map(({ frame }) => frame))
  if (furthest <= last) return [...keyframes]
  const order = keyframes.map((_, index) => index)
  order.sort((a, b) => (keyframes[a]?.frame ?? 0) - (keyframes[b]?.frame ?? 0))
  const places = new Map<number, number>()
  order.forEach((index, rank) => {
    const wanted = Math.round(((keyframes[index]?.frame ?? 0) * last) / furthest)
    const before = rank === 0 ? -1 : (places.get(order[rank - 1] as number) as number)
    const room = last - (order.length - 1 - rank)
    places.set(index, Math.min(room, Math.max(before + 1, wanted)))
  })
  return keyframes.map(({ image }, index) => ({ frame: places.get(index) as number, image }))
}
