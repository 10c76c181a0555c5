import type { Layer } from '../layer.ts'
import { blankPicture } from '../picture.ts'
import type { Glow } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

const around = (shader: number, near: number, cx: number, cy: number, reach: number): Layer => ({
  shader,
  near,
  left: cx - reach,
  right: cx + reach,
  top: cy + reach,
  bottom: cy - reach,
})

/** A planet with its air and ring before a nebula, a moon, and drifting rocks. */
export const planSpace: FamilyPlan = (spec, size) => {
  const stage = setStage(spec, size, 0.5)
  const r = stage.random
  const kind = stage.says(/\b(earth|ocean|blue planet|home)\b/)
    ? 1
    : stage.says(/\b(saturn|jupiter|gas|ring|rings|ringed)\b/)
      ? 2
      : r(1) > 0.5
        ? 1
        : 2
  const ringed = stage.says(/\b(ring|rings|ringed|saturn)\b/) || (kind === 2 && r(2) > 0.35)
  const side = spec.light.azimuth > 0 ? -1 : 1
  const radius = (ringed ? 0.2 : 0.26) + 0.16 * r(3)
  const x = side * stage.halfW * (0.12 + 0.4 * r(4))
  const y = stage.top * (-0.12 + 0.4 * (r(5) - 0.5))
  const flat = 0.2 + 0.25 * r(7)
  const lx = -side * 0.75
  const ly = 0.35 + 0.3 * r(8)
  const lz = 0.42
  const norm = Math.hypot(lx, ly, lz)
  const layers: Layer[] = [{ shader: 0, near: 0.01, solid: 'covers' }]
  const moon = {
    x: -side * stage.halfW * (0.35 + 0.4 * r(12)),
    y: stage.top * (r(13) - 0.35) * 1.1,
    radius: 0.035 + 0.06 * r(14),
  }
  const tilt = (r(11) - 0.5) * 1.1
  const tall = radius * 2.32 * Math.hypot(Math.sin(tilt), flat * Math.cos(tilt))
  const halfRing = (shader: number): Layer => ({
    ...around(shader, 0.28, x, y, radius * 2.32),
    top: y + tall,
    bottom: y - tall,
  })
  if (ringed) layers.push(halfRing(1))
  layers.push(around(2, 0.28, x, y, radius * 1.3))
  if (ringed) layers.push(halfRing(3))
  layers.push({ ...around(4, 0.4, moon.x, moon.y, moon.radius * 1.05), drift: 0.004 })
  layers.push({ shader: 5, near: 0.9, drift: -side * 0.022 })
  const glows = Array.from({ length: 26 }, (_, n): Glow => ({
    x: (r(40 + n) - 0.5) * 2.2 * stage.halfW,
    y: (r(80 + n) - 0.5) * 2.2 * stage.top,
    near: 0.01,
    radius: 0.006 + 0.016 * r(120 + n) ** 3,
    colour: [0.7 + 0.5 * r(160 + n), 0.8, 1.3 - 0.5 * r(160 + n)],
    flicker: 0.85,
    shape: 'soft',
  })).filter((g) => Math.hypot(g.x - x, g.y - y) > radius * 1.1)
  glows.push({
    x: -side * stage.halfW * 0.86,
    y: stage.top * 0.72,
    near: 0.02,
    radius: 0.34,
    colour: [0.9, 0.75, 0.6],
    flicker: 0.06,
    shape: 'soft',
  })
  return {
    ...blankPicture(stage, 8),
    variants: [
      r(9) * 3.1 - 0.4,
      (r(10) - 0.5) * 0.5,
      0.35 + 0.9 * spec.density,
      x,
      y,
      radius,
      kind,
      tilt,
      flat,
      lx / norm,
      ly / norm,
      lz / norm,
      0.12 + 0.3 * spec.density,
      moon.x,
      moon.y,
      moon.radius,
    ],
    layers,
    glows,
  }
}
