import type { Layer } from '../layer.ts'
import { blankPicture } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

const fruits = [
  [0.72, 0.12, 0.05],
  [0.85, 0.38, 0.04],
  [0.8, 0.62, 0.08],
  [0.38, 0.5, 0.08],
  [0.35, 0.05, 0.12],
] as const
const wares = [
  [0.1, 0.22, 0.34],
  [0.62, 0.56, 0.46],
  [0.4, 0.16, 0.08],
  [0.16, 0.26, 0.2],
] as const
const bottles = [
  [0.02, 0.09, 0.035],
  [0.09, 0.03, 0.01],
  [0.03, 0.05, 0.1],
] as const

/** Fruit, bottles and pots on a table in light from a window. */
export const planStillLife: FamilyPlan = (spec, size) => {
  const stage = setStage(spec, size, 0.6)
  const { random: r, halfW, bottom: b } = stage
  const edge = -0.02
  const front = -b * 0.72
  const spread = Math.min(0.62, halfW * 0.62)
  const objects: number[][] = []
  const add = (kind: number, x: number, y: number, tall: number, c: readonly number[]) =>
    objects.push([kind, x, y, tall, c[0] ?? 0, c[1] ?? 0, c[2] ?? 0])
  const pick = <T>(list: readonly T[], n: number): T => list[Math.floor(r(n) * list.length)] as T
  const deep = front - edge
  const guests = spec.subjects.length
  const scale = Math.min(1, 0.6 + stage.top * 0.4) * (guests ? 0.8 : 1)
  const flip = r(1) > 0.5 ? 1 : -1
  add(
    2,
    flip * spread * (0.5 + 0.2 * r(2)),
    edge + deep * 0.3,
    (0.52 + 0.12 * r(3)) * scale,
    pick(bottles, 4),
  )
  add(
    r(5) > 0.5 ? 3 : 5,
    -flip * spread * (0.45 + 0.3 * r(6)),
    edge + deep * 0.34,
    (0.3 + 0.12 * r(7)) * scale,
    pick(wares, 8),
  )
  if (!guests)
    add(
      r(9) > 0.4 ? 4 : 5,
      flip * spread * 0.08,
      edge + deep * 0.42,
      (r(9) > 0.4 ? 0.15 : 0.3) * scale,
      pick(wares, 10),
    )
  const count = 2 + Math.round(spec.density * 4)
  for (let n = 0; n < count && objects.length < 9; n++) {
    const at = (n + 0.5) / count - 0.5
    const pear = r(20 + n) > 0.68
    add(
      pear ? 1 : 0,
      at * spread * 1.9 + (r(30 + n) - 0.5) * 0.07,
      edge + deep * (0.62 + 0.22 * r(40 + n)),
      (pear ? 0.2 : 0.125 + 0.045 * r(50 + n)) * scale,
      pick(fruits, 60 + n),
    )
  }
  objects.sort((p, q) => (q[2] ?? 0) - (p[2] ?? 0))
  const layers: Layer[] = [{ shader: 0, near: 0.12, floor: 1 / b, solid: 'covers' }]
  objects.forEach(([kind, x = 0, y = 0, tall = 0], n) => {
    const reach = tall * (kind === 4 ? 1.5 : 0.75)
    layers.push({
      shader: 1 + n,
      near: Math.max(0.12, -y / b),
      top: y + tall * 1.28,
      bottom: y - 0.02,
      left: x - reach,
      right: x + reach,
    })
  })
  return {
    ...blankPicture(stage, 6),
    variants: [edge, front, r(70) > 0.5 ? 1 : 0, 0, 0, 0, 0, 0, ...objects.flat()],
    layers,
    particles: [{ kind: 'dust', count: 45 }],
    exposure: stage.night > 0.5 ? 1.6 : 1.12,
  }
}
