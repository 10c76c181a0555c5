import { setImmediate as breathe } from 'node:timers/promises'
import type { Size } from '#contract/size.ts'
import type { SceneSpec } from '../scene/scene-spec.ts'
import { readLife } from './life.ts'
import { type MorphPlan, type Passage, shared } from './morph-plan.ts'
import { nearness } from './nearness.ts'
import { pyramidOf, type PairMotion } from './pair-motion.ts'
import { passageOf } from './passage.ts'
import { skyOf } from './stirring.ts'
import { slopesOf } from './timing.ts'

/** A picture of the clip's size and the frame it stands at, in order of frames. */
export type Placed = { frame: number; picture: Uint8Array }

type Asked = {
  size: Size
  frames: number
  placed: readonly Placed[]
  spec: SceneSpec
  reach: number
  isLoop: boolean
  carried?: MorphPlan['carried']
  signal: AbortSignal
}

/** Passages of up to so many frames show little of the way: it is estimated with less care. */
const quickFrames = 3
const usualFrames = 8

/** What is known of a picture, however often it stands in the clip. */
type Seen = {
  anchor: Omit<MorphPlan['anchors'][number], 'frame'>
  side: { picture: Uint8Array; pyramid: ReturnType<typeof pyramidOf> }
}

/** Looks at the anchors of a clip and decides how it gets from one to the next. */
export async function anchoredPlan(
  asked: Asked,
): Promise<{ plan: MorphPlan; kinds: PairMotion['kind'][] }> {
  const { size, frames, placed, spec, signal } = asked
  const luma = size.width * size.height
  const known = new Map<Uint8Array, Seen>()
  const see = (picture: Uint8Array): Seen => {
    const y = picture.subarray(0, luma)
    const seen = known.get(picture) ?? {
      anchor: {
        picture: shared(picture),
        near: shared(nearness(picture, size)),
        sky: shared(skyOf(y, size)),
      },
      side: { picture, pyramid: placed.length > 1 ? pyramidOf(y, size) : [] },
    }
    known.set(picture, seen)
    return seen
  }
  const anchors: MorphPlan['anchors'] = []
  const passages: Passage[] = []
  const kinds: PairMotion['kind'][] = []
  const stretches: Parameters<typeof slopesOf>[0][number][] = []
  let last: { frame: number; side: Seen['side'] } | null = null
  for (const { frame, picture } of placed) {
    await breathe()
    signal.throwIfAborted()
    const { anchor, side } = see(picture)
    anchors.push({ frame, ...anchor })
    if (last) {
      const length = frame - last.frame
      const care = length <= quickFrames ? 'quick' : length <= usualFrames ? 'usual' : 'fine'
      const { passage, found } = passageOf(last.side, side, size, care)
      passages.push(passage)
      kinds.push(found.kind)
      stretches.push(passage.motion ? { ...found.motion, frames: length } : null)
    }
    last = { frame, side }
  }
  const slopes = slopesOf(stretches, {
    start: (anchors[0]?.frame ?? 0) <= 0,
    end: (anchors.at(-1)?.frame ?? 0) >= frames - 1,
  })
  for (const [n, passage] of passages.entries()) passage.slopes = slopes[n]!
  const { camera } = spec
  const life = readLife(spec)
  const { reach, isLoop, carried = null } = asked
  const plan = { size, frames, anchors, passages, camera, reach, life, isLoop, carried }
  return { plan, kinds }
}
