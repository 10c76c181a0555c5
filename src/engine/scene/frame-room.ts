import type { Family } from './scene-spec.ts'
import { stageFor } from './stage.ts'
import { stanceIn } from './stance.ts'
import type { AskedSubject } from './subjects-asked.ts'

export type FrameSetting = { family: Family; aspect: number; framing: number; seed: number }

const close = new Set<Family>([
  'still_life',
  'interior',
  'portrait',
  'space',
  'underwater',
  'abstract',
])

/** Less than 1 when the things named would not fit beside one another. */
function besideOneAnother(
  asked: readonly AskedSubject[],
  many: readonly number[],
  { family, aspect, framing }: FrameSetting,
): number {
  const total = many.reduce((sum, n) => sum + n, 0)
  const wide = many.reduce((sum, count, rank) => {
    const subject = asked[rank]!
    const { size } = stageFor(family, stanceIn(family, subject))
    const { kind, scale } = subject
    return sum + count * kind.size * kind.ratio * scale * size * framing * Math.min(1, 1 / aspect)
  }, 0)
  const crowd = total <= 2 ? 1 : total <= 4 ? 0.9 : 0.78
  return crowd * Math.min(1, 0.95 / Math.max(wide, 0.01)) ** 0.6
}

/** Upright frames have room above, so that what is shown close may grow. */
function tallBoost({ family, aspect }: FrameSetting): number {
  return close.has(family) && aspect < 1 ? Math.min(1.35, aspect ** -0.45) : 1
}

/** Factor on every size, so that so many things fit into this frame and a tall one is filled. */
export function frameRoom(
  asked: readonly AskedSubject[],
  many: readonly number[],
  setting: FrameSetting,
): number {
  return besideOneAnother(asked, many, setting) * tallBoost(setting)
}
