import type { Keyframe } from '#contract/keyframe.ts'
import { refKey } from '../../media/media-words.ts'

/** A keyframe that is known again after it moved. `at` is its place in the draft's list. */
export type Anchor = Keyframe & { id: number; at: number }

const exactly = ({ frame, image }: Keyframe) => `${frame} ${refKey(image)}`
const loosely = ({ image }: Keyframe) => refKey(image)

/**
 * The keyframes in the order of time, each with the identity it had in `known`: first those that
 * did not change, then those with the same picture in order of time; the rest are new.
 */
export function matchAnchors(known: readonly Anchor[], keyframes: readonly Keyframe[]): Anchor[] {
  const listed = keyframes.map((keyframe, at) => ({ ...keyframe, at }))
  const sorted = listed.toSorted((a, b) => a.frame - b.frame || a.at - b.at)
  const isSame =
    known.length === sorted.length &&
    known.every((anchor, index) => {
      const other = sorted[index]
      return other && anchor.at === other.at && exactly(anchor) === exactly(other)
    })
  if (isSame) return known as Anchor[]
  const left = new Set(known)
  const ids = new Map<number, number>()
  for (const keyOf of [exactly, loosely]) {
    const byKey = new Map<string, Anchor[]>()
    for (const anchor of left)
      byKey.set(keyOf(anchor), [...(byKey.get(keyOf(anchor)) ?? []), anchor])
    for (const each of sorted) {
      const match = ids.has(each.at) ? undefined : byKey.get(keyOf(each))?.shift()
      if (!match) continue
      ids.set(each.at, match.id)
      left.delete(match)
    }
  }
  let next = Math.max(0, ...known.map(({ id }) => id))
  return sorted.map((each) => ({ ...each, id: ids.get(each.at) ?? ++next }))
}
