import type { Layer } from '../layer.ts'
import { blankPicture } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

type Box = [number, number, number, number, number, number, number, number, number]

/** What boxes cover of the picture as seen by a lens at rest. */
function bounds(boxes: Box[]): { left: number; right: number; top: number; bottom: number } {
  const out = { left: 1e9, right: -1e9, top: -1e9, bottom: 1e9 }
  for (const [x, y, z, w, h, d] of boxes) {
    for (const far of [Math.max(0.05, z - d), z + d]) {
      out.left = Math.min(out.left, (x - w) / far)
      out.right = Math.max(out.right, (x + w) / far)
      out.top = Math.max(out.top, (y + h) / far)
      out.bottom = Math.min(out.bottom, (y - h) / far)
    }
  }
  return out
}

/** A room in perspective: window light on floor and wall, furniture, a rug, a lamp. */
export const planInterior: FamilyPlan = (spec, size) => {
  const tall = Math.max(0, size.height / size.width - 1)
  const stage = setStage(spec, size, 0.5 + 0.03 * Math.min(1, tall))
  const r = stage.random
  const side = spec.light.azimuth > 0 ? 1 : -1
  const depth = 2.5 + 0.7 * r(1)
  const half = Math.min(2.2, Math.max(0.95, stage.halfW * 1.35)) + 0.25 * r(2)
  const floor = Math.min(1.5, Math.max(0.75, stage.bottom * 1.55))
  const ceiling = Math.min(2.6, Math.max(0.8, stage.top * 1.5))
  const [ar, ag, ab] = spec.palette.accent
  const cloth: [number, number, number] = [0.12 + ar * 0.55, 0.12 + ag * 0.55, 0.13 + ab * 0.55]
  const wood: [number, number, number] = [0.3, 0.17, 0.085]
  const f = -floor
  const put = (
    x: number,
    y: number,
    z: number,
    w: number,
    h: number,
    d: number,
    c: readonly number[],
  ): Box => [x, f + y + h, z, w, h, d, c[0] ?? 0, c[1] ?? 0, c[2] ?? 0]
  const away = -side
  const sofaX = away * (half - 0.42)
  const sofaZ = depth * 0.72
  const tableX = away * 0.12
  const tableZ = depth * 0.62
  const boxes: Box[] = [
    put(tableX, 0.33, tableZ, 0.42, 0.025, 0.26, wood),
    put(tableX - 0.34, 0, tableZ, 0.03, 0.165, 0.2, wood),
    put(tableX + 0.34, 0, tableZ, 0.03, 0.165, 0.2, wood),
    put(tableX + 0.1, 0.38, tableZ, 0.09, 0.03, 0.07, [ag * 0.5 + 0.2, 0.3, 0.35]),
    put(sofaX, 0.06, sofaZ, 0.34, 0.13, 0.6, cloth),
    put(
      sofaX + away * 0.28,
      0.1,
      sofaZ,
      0.1,
      0.34,
      0.6,
      cloth.map((c) => c * 0.85),
    ),
    put(
      away * -0.25 * half,
      0,
      depth - 0.17,
      0.5,
      0.24,
      0.15,
      wood.map((c) => c * 1.15),
    ),
    put(
      sofaX,
      0.05,
      sofaZ - 0.58,
      0.32,
      0.24,
      0.07,
      cloth.map((c) => c * 0.93),
    ),
  ]
  const dark =
    stage.night > 0.5 ? 1 : spec.time_of_day === 'dusk' ? 0.6 : stage.cloud > 0.8 ? 0.25 : 0
  const lamp = [away * (half - 0.3), f + 1.15, depth - 0.35]
  const layers: Layer[] = [
    {
      shader: 0,
      near: 1 / depth,
      floor: 1 / floor,
      ceiling: 1 / ceiling,
      side: 1 / half,
      solid: 'covers',
    },
    { shader: 1, near: 1 / (depth * 0.74), ...bounds(boxes.slice(4)) },
    { shader: 2, near: 1 / (depth * 0.6), ...bounds(boxes.slice(0, 4)) },
  ]
  const k = 1 / (lamp[2] ?? 1)
  return {
    ...blankPicture(stage, 5),
    variants: [
      half,
      floor,
      ceiling,
      away * (0.1 + 0.2 * r(3)) * half,
      depth,
      side,
      depth * 0.56,
      0.42 + 0.12 * r(4),
      0.12 + 0.1 * r(5),
      Math.min(ceiling * 0.75, 0.55),
      0.42 + 0.2 * r(6),
      -0.32 - 0.2 * r(7),
      stage.night > 0.5 ? 0.6 : 1.0,
      (0.35 + 0.65 * spec.light.hardness) * 1.5 * (stage.night > 0.5 ? 0.6 : 1),
      0.2 + 0.75 * dark,
      ...lamp,
      tableX,
      tableZ,
      ...boxes.flat(),
      stage.says(/librar|book|study\b/) ? 1 : 0,
    ],
    layers,
    glows:
      dark > 0.2
        ? [
            {
              x: (lamp[0] ?? 0) * k,
              y: (lamp[1] ?? 0) * k,
              near: k,
              radius: 0.36,
              colour: [1.3 * dark, 0.8 * dark, 0.4 * dark],
              flicker: 0.12,
              shape: 'soft',
            },
          ]
        : [],
    particles: [{ kind: 'dust', count: 60 }],
    exposure: 1.1,
  }
}
