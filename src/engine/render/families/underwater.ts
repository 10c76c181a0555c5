import type { Layer } from '../layer.ts'
import { blankPicture } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

/** Sunbeams over a reef: rocks in the blue, weed, fish, and light dancing on the sand. */
export const planUnderwater: FamilyPlan = (spec, size) => {
  const stage = setStage(spec, size, 0.66)
  const b = stage.bottom
  const floor = -b * 0.3
  const dim = stage.night > 0.5 ? 0.35 : stage.cloud > 0.8 ? 0.7 : 1
  const [hr, hg, hb] = stage.skyHigh
  const bright = [(0.02 + 0.12 * hr) * dim, (0.2 + 0.3 * hg) * dim, (0.3 + 0.3 * hb) * dim]
  const school = {
    x: (stage.random(2) - 0.5) * stage.halfW,
    y: stage.top * (0.2 + 0.3 * stage.random(3)),
  }
  const weed = [floor - b * 0.06, -b * 0.95]
  const rocks: Layer[] = [0, 1, 2].map((k) => ({
    shader: 2 + k,
    near: 0.08 + 0.14 * k,
    bottom: floor - 0.12,
    top: floor + 0.12 + ([0.75, 0.5, 0.32][k] ?? 0) * stage.top * 0.95,
  }))
  const layers: Layer[] = [
    { shader: 0, near: 0, bottom: floor - 0.1, solid: 'covers' },
    {
      shader: 1,
      near: 0.05,
      bottom: stage.top - 0.42,
      drift: 0.03,
      flicker: { depth: 0.3, hz: 0.3 },
    },
    ...rocks,
    { shader: 5, near: 0, floor: 1 / b, top: floor + 0.06 },
    {
      shader: 6,
      near: 0.45,
      bottom: weed[0] ?? 0,
      top: (weed[0] ?? 0) + 0.58,
      sway: { amount: 0.09, base: weed[0] ?? 0, frequency: 5, hz: 0.22 },
    },
    {
      shader: 8,
      near: 0.5,
      left: school.x - 0.6,
      right: school.x + 0.6,
      top: school.y + 0.3,
      bottom: school.y - 0.3,
      drift: 0.05,
      bob: { x: 0.02, y: 0.02, hz: 0.3, phase: 0 },
    },
    {
      shader: 7,
      near: 1,
      bottom: weed[1] ?? 0,
      top: (weed[1] ?? 0) + 0.82,
      sway: { amount: 0.1, base: weed[1] ?? 0, frequency: 4, hz: 0.18 },
    },
  ]
  return {
    ...blankPicture(stage, 9),
    variants: [
      bright[0] ?? 0,
      bright[1] ?? 0,
      bright[2] ?? 0,
      (bright[0] ?? 0) * 2.2,
      (bright[1] ?? 0) * 1.5,
      (bright[2] ?? 0) * 1.5,
      (stage.random(1) - 0.5) * stage.halfW,
      floor + 0.02,
      floor,
      floor - 0.05,
      0.75 * stage.top,
      0.5 * stage.top,
      0.32 * stage.top,
      floor,
      ...weed,
      school.x,
      school.y,
    ],
    layers,
    rays: { strength: 0.46 * dim, caustics: 0.6 * dim, floorY: floor },
    particles: [
      { kind: 'bubbles', count: 40 },
      { kind: 'dust', count: 70 },
    ],
  }
}
