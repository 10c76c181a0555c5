import type { Layer } from '../layer.ts'
import { blankPicture } from '../picture.ts'
import type { Glow } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

const clays = [
  [0.72, 0.68, 0.62],
  [0.46, 0.27, 0.18],
  [0.22, 0.19, 0.18],
  [0.62, 0.42, 0.3],
  [0.3, 0.36, 0.34],
] as const

/** Whoever is only a woman, a man or a person sits as the sculpted head; others come as they are. */
const sitter = /^(woman|man|person)-(?:light|medium|dark)/

/** A sculpted head, or the subject itself, before a softly lit backdrop with lens discs. */
export const planPortrait: FamilyPlan = (spec, size) => {
  const tall = Math.max(0, size.height / size.width - 1)
  const subjects = spec.subjects.filter(({ icon }) => !sitter.test(icon))
  const isWoman = spec.subjects.some(({ icon }) => sitter.exec(icon)?.[1] === 'woman')
  const stage = setStage({ ...spec, subjects }, size, 0.52 - 0.03 * Math.min(1, tall))
  const { random: r, halfW, top } = stage
  const [guest] = subjects
  const layers: Layer[] = [{ shader: 0, near: 0.08, solid: 'covers' }]
  if (subjects.length === 0) {
    layers.push({
      shader: 1,
      near: 0.55,
      sway: { amount: 0.006, base: -stage.bottom, frequency: 0.4, hz: 0.16 },
    })
  }
  const clay = clays[Math.floor(r(1) * clays.length)] ?? clays[0]
  const dark = stage.night > 0.5 || spec.time_of_day === 'dusk'
  const [ar, ag, ab] = spec.palette.accent
  const glows = Array.from({ length: 10 + Math.round(18 * spec.density) }, (_, n): Glow => {
    const warm = r(200 + n)
    const k = (dark ? 0.5 : 0.2) * (0.25 + 0.75 * r(240 + n))
    const x = (r(40 + n) * 2 - 1) * halfW * 1.1
    return {
      x,
      y: (r(80 + n) * 2 - 0.85) * top,
      near: 0.1 + 0.1 * r(120 + n),
      radius: 0.03 + 0.085 * r(160 + n),
      colour: [
        (ar * warm + 1 * (1 - warm)) * k,
        (ag * warm + 0.72 * (1 - warm)) * k,
        (ab * warm + 0.4 * (1 - warm)) * k,
      ],
      flicker: 0.25,
      shape: 'disc',
    }
  })
  return {
    ...blankPicture(stage, 7),
    variants: [
      (r(2) > 0.5 ? 1 : -1) * (0.35 + 0.5 * r(3)),
      r(4),
      isWoman || r(5) > 0.5 ? 1 : 0,
      1.02 + 0.42 * Math.min(1, tall),
      (r(6) - 0.5) * 0.5 * Math.max(0, halfW - 0.4),
      -0.05 - 0.02 * Math.min(1, tall),
      r(7) > 0.6 ? 0.8 : 0,
      ...clay,
      0.5 + r(8),
      guest ? 1 : 0,
      guest ? top - (guest.y * size.height) / Math.min(size.width, size.height) : 0,
      guest ? (guest.x - 0.5) * 2 * halfW : 0,
    ],
    layers,
    glows,
    glowsBehind: true,
    particles: [{ kind: 'dust', count: 24 }],
    exposure: dark ? 1.4 : 1.15,
  }
}
