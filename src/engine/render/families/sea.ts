import type { Layer } from '../layer.ts'
import { blankPicture } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

/** Open water with rolling swells, a headland, and sometimes a beach or rocks. */
export const planSea: FamilyPlan = (spec, size) => {
  const tall = Math.max(0, size.height / size.width - 1)
  const stage = setStage(spec, size, Math.min(0.62, 0.46 + 0.06 * tall))
  const b = stage.bottom
  const wild = stage.wet
    ? 1
    : stage.says(/\b(wave|waves|surf|rough|wild|swell|storm\w*)\b/)
      ? 0.8
      : 0.3
  const beach =
    stage.says(/\b(beach|shore|sand|coast|bay)\b/) ||
    (!spec.subjects.some((s) => s.stance === 'floats') && stage.random(1) > 0.5)
  const rocks =
    stage.says(/\b(rock|rocks|cliff|cliffs|stack|lighthouse)\b/) || stage.random(2) > 0.55
  const side = stage.random(3) > 0.5 ? 1 : -1
  const rolls = [0.1, 0.26, 0.5, 0.84].map((at) => -b * at)
  const sizes = [0.014, 0.032, 0.06, 0.1].map((s) => s * (0.5 + wild) * (0.7 + 0.5 * b))
  const layers: Layer[] = [
    { shader: 0, near: 0, bottom: -0.04, solid: 'covers' },
    { shader: 1, near: 0.01, bottom: 0, drift: 0.014 },
    { shader: 2, near: 0.03, top: 0.6, bottom: -0.03 },
  ]
  rolls.forEach((y, k) => {
    const roll: Layer = {
      shader: 4 + k,
      near: -y / b,
      top: y + (sizes[k] ?? 0) * 1.4,
      bottom: y - (sizes[k] ?? 0) * 1.4,
      front: true,
      drift: (k % 2 ? -1 : 1) * 0.012 * (k + 1),
      bob: { x: 0.012 * (k + 1), y: (sizes[k] ?? 0) * 0.28, hz: 0.16 - 0.02 * k, phase: k * 0.31 },
    }
    if (k === 1 && rocks)
      layers.push({ shader: 3, near: 0.12, top: 0.5, bottom: -0.2, front: true })
    if (k < 3 || !beach) layers.push(roll)
  })
  if (beach) layers.push({ shader: 8, near: 0, floor: 1 / b, top: -b * 0.15, front: true })
  return {
    ...blankPicture(stage, 1),
    variants: [
      side,
      stage.halfW * (0.1 + 0.5 * stage.random(4)),
      -side * stage.halfW * 0.7 * stage.random(5),
      0.12 + 0.3 * stage.random(6) ** 2,
      ...sizes,
      ...rolls,
      0.35 + wild * 0.6,
      stage.random(7),
      side * stage.halfW * (0.35 + 0.4 * stage.random(8)),
      0.22 + 0.3 * stage.random(9),
    ],
    layers,
    water: {
      rough: 0.75 + wild * 0.6,
      scale: 1,
      speed: 1.1,
      clear: 0.08,
      foam: wild * 0.5,
      near: 1 / b,
      mirror: 0,
    },
  }
}
