import type { ClipShape } from './clip-shape.ts'

/**
 * `copy`: their packets follow each other; they are alike down to the parameter sets. Sets that
 * change within the stream (avc3) are no way: Chromium then shows key frames only, and QuickTime
 * reads those of the first clip.
 */
type JoinWay = 'copy' | 'encode'

export function joinWay(shapes: readonly ClipShape[]): JoinWay {
  const [first, ...others] = shapes
  if (!first || shapes.some(({ isEven }) => !isEven)) return 'encode'
  const isLikeFirst = ({ likeness, sets }: ClipShape) =>
    likeness === first.likeness && sets === first.sets
  return others.every(isLikeFirst) ? 'copy' : 'encode'
}
