import type { MakerModule } from '../frames/frame-maker.ts'
import { drawAir, light } from './air.ts'
import { livingShifts, stirringShare } from './living-shifts.ts'
import type { Anchor, MorphPlan } from './morph-plan.ts'
import { dissolveShares, movedPassage } from './passage-shifts.ts'
import { addStirring } from './stirring.ts'
import { eased } from './timing.ts'
import { openWarpDesk, type WarpDesk } from './warp-desk.ts'

/** The anchors on both sides of a frame; one of them is missing before the first and after the last. */
function around(anchors: readonly Anchor[], frame: number) {
  const after = anchors.findIndex((anchor) => anchor.frame >= frame)
  if (after < 0) return { before: anchors.length - 1, after: null }
  return { before: after > 0 ? after - 1 : null, after }
}

function drawAlone(desk: WarpDesk, plan: MorphPlan, n: number, frame: number) {
  const anchor = plan.anchors[n]!
  desk.load(0, n, anchor.picture)
  desk.draw(0, livingShifts(plan, anchor, frame))
}

function drawBetween(desk: WarpDesk, plan: MorphPlan, n: number, frame: number) {
  const [a, b] = [plan.anchors[n]!, plan.anchors[n + 1]!]
  const passage = plan.passages[n]!
  const t = (frame - a.frame) / (b.frame - a.frame)
  desk.load(0, n, a.picture)
  desk.load(1, n + 1, b.picture)
  if (passage.motion) {
    const u = eased(t, passage.slopes.start, passage.slopes.end)
    const { first, second, share } = movedPassage(passage.motion, u, plan.size)
    const stir = stirringShare(plan, frame)
    const still = { ...plan.life, drift: 0 }
    addStirring(still, a.sky, frame / 24, stir, plan.size, first)
    addStirring(still, a.sky, frame / 24, stir, plan.size, second)
    desk.draw(0, first)
    desk.draw(1, second)
    desk.blend(share)
    return
  }
  const shares = dissolveShares(passage, t)
  const isMixed = shares.some((share) => share > 0)
  if (!isMixed || shares.some((share) => share < 1)) {
    desk.draw(0, livingShifts(plan, a, frame))
    if (!isMixed) return
  }
  desk.draw(1, livingShifts(plan, b, frame))
  desk.blend(shares)
}

/** Draws the frames of an anchored clip; at an anchor's frame its picture, byte for byte. */
export const openMaker: MakerModule<MorphPlan>['openMaker'] = async (plan) => {
  const desk = await openWarpDesk(plan.size)
  const { anchors, size, life, frames } = plan
  return (frame, _input, output) => {
    const at = anchors.find((anchor) => anchor.frame === frame)
    if (at) {
      output.set(at.picture)
      return
    }
    const { before, after } = around(anchors, frame)
    if (before !== null && after !== null) drawBetween(desk, plan, before, frame)
    else drawAlone(desk, plan, before ?? after ?? 0, frame)
    output.set(desk.picture())
    const share = stirringShare(plan, frame)
    if (life.flicker > 0) {
      const s = frame / 24
      const wave = Math.sin(s * 11) * 0.5 + Math.sin(s * 17.3 + 1) * 0.3 + Math.sin(s * 5.7) * 0.2
      light(output, size, 1 + life.flicker * share * wave)
    }
    if (life.particles && share > 0) {
      drawAir(output, size, life.particles, { t: frame / frames, seconds: frames / 24, share })
    }
  }
}
