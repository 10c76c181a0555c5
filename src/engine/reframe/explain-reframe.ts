import type { Understood } from '#contract/generation.ts'
import type { VideoDecoder } from '../media/media-backend.ts'
import type { FillWords } from './fill-words.ts'
import type { ReframePlan } from './reframe-plan.ts'

const fills = {
  none: 'None: the clip covers the canvas',
  scene: 'The wider scene, painted again round the clip',
  mirror: 'The clip mirrored and softened outwards; nothing is invented',
}

/** The plain rows that say what became of a reframe. */
export function explainReframe(
  { source, canvas, rectangle, fill }: ReframePlan,
  { followed, isChanged, not_understood }: FillWords,
  { frames, rate }: Pick<VideoDecoder, 'frames' | 'rate'>,
): Understood {
  const { left, top, right, bottom } = rectangle
  const fps = Math.round((rate.num / rate.den) * 1000) / 1000
  const own = fill.kind === 'scene' ? 'the scene as it was' : "the clip's own colours"
  const facts = [
    { label: 'Clip', value: `${source.width} × ${source.height}, ${frames} frames at ${fps}` },
    { label: 'Canvas', value: `${canvas.width} × ${canvas.height}` },
    {
      label: 'Rectangle',
      value: `${right - left} × ${bottom - top} at ${left}, ${top}`,
    },
    { label: 'New area', value: fills[fill.kind] },
  ]
  if (fill.kind !== 'none') {
    const words = isChanged ? followed.join(', ') : `nothing else: ${own}`
    facts.push({ label: 'Follows', value: words })
  }
  return { facts, not_understood }
}
