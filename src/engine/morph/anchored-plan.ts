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

/** More passages than this are estimated less finely: there is little way between two of them. */
const fewPassages = 12

/** Looks at the anchors of a clip and decides how it gets from one to the next. */
export async function anchoredPlan(
  asked: Asked,
): Promise<{ plan: MorphPlan; kinds: PairMotion['kind'][] }> {
  const { size, frames, placed, spec, signal } = asked
  const fine = placed.length <= fewPassages
  const luma = size.width * size.height
  const anchors: MorphPlan['anchors'] = []
  const passages: Passage[] = []
  const kinds: PairMotion['kind'][] = []
  const stretches: Parameters<typeof slopesOf>[0][number][] = []
  let last: { picture: Uint8Array; pyramid: ReturnType<typeof pyramidOf> } | null = null
  for (const [n, { frame, picture }] of placed.entries()) {
    await breathe()
    signal.throwIfAborted()
    const y = picture.subarray(0, luma)
    const near = shared(nearness(picture, size))
    anchors.push({ frame, picture: shared(picture), near, sky: shared(skyOf(y, size)) })
    const here = { picture, pyramid: placed.length > 1 ? pyramidOf(y, size) : [] }
    if (last) {
      const { passage, found } = passageOf(last, here, size, fine)
      const length = frame - placed[n - 1]!.frame
      passages.push(passage)
      kinds.push(found.kind)
      stretches.push(passage.motion ? { ...found.motion, frames: length } : null)
    }
    last = here
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
