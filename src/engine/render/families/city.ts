import type { Layer } from '../layer.ts'
import { blankPicture } from '../picture.ts'
import type { Glow } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

/** Height of the lens over the street and half its width, as in the kernel. */
const lens = 0.34
const lampEvery = 1.7

/** A street in perspective, wet when it rains, or a skyline over water. */
export const planCity: FamilyPlan = (spec, size) => {
  const far = /\b(skyline|harbo\w*|river|bay|panorama|cityscape|metropolis)\b/
  const near = /\b(street|alley|road|neon|shop\w*|traffic|walk\w*|avenue|rain\w*)\b/
  const prompt = spec.prompt.toLowerCase()
  const wet = spec.weather === 'rain' || spec.weather === 'storm'
  const stage0 = setStage(spec, size, 0.6)
  const skyline = far.test(prompt) || (!near.test(prompt) && !wet && stage0.random(1) > 0.55)
  const stage = setStage(spec, size, skyline ? 0.66 : 0.56)
  const b = stage.bottom
  const dark = { night: 1, dusk: 0.7, dawn: 0.3, golden_hour: 0.3, day: 0 }[spec.time_of_day]
  const lights = Math.max(dark, stage.cloud > 0.8 ? 0.4 : 0)
  const neon =
    spec.styles.includes('neon') || stage.says(/\b(neon|cyberpunk|blade|tokyo|arcade)\b/)
      ? 1
      : dark > 0.5
        ? 0.3
        : 0
  const rise = Math.min(stage.top * 0.92, 0.75 + 0.2 * stage.top)
  const layers: Layer[] = [
    { shader: 0, near: 0, bottom: -0.06, solid: 'covers' },
    { shader: 1, near: 0.01, bottom: 0, drift: 0.012 },
    { shader: 2, near: 0.06, bottom: -0.02, top: rise },
  ]
  const glows: Glow[] = []
  if (skyline) {
    layers.push({ shader: 4, near: 0.16, bottom: -0.02, top: rise })
    layers.push({ shader: 8, near: 1, top: -b * 0.86 + 0.12, front: true })
  } else {
    const k = lens / b
    layers.push({ shader: 6, near: 0, floor: 1 / b, top: 0.01 })
    layers.push({ shader: 5, near: 0, side: k, floor: 1 / b, solid: 'clamps' })
    layers.push({
      shader: 7,
      near: 0,
      side: k / 0.76,
      solid: 'clamps',
      front: true,
      top: 0.55,
      bottom: -0.36,
    })
    if (lights > 0.2) {
      for (let n = 1; n <= 6; n++) {
        for (const side of [-1, 1]) {
          const z = n * lampEvery + 0.1
          glows.push({
            x: (side * 0.57) / z,
            y: (0.77 - lens) / z,
            near: k / z,
            radius: 0.34 / z + 0.01,
            colour: [1.1 * lights, 0.62 * lights, 0.26 * lights],
            flicker: 0.1,
            shape: 'soft',
          })
        }
      }
    }
    for (let n = 0; n < (lights > 0.2 ? 5 : 0); n++) {
      const z = 2.2 + 3.5 * stage.random(30 + n)
      const right = n % 2 === 0
      for (const d of [-0.07, 0.07]) {
        glows.push({
          x: ((right ? 0.3 : -0.3) + d) / z,
          y: (0.09 - lens) / z,
          near: k / z,
          radius: 0.075 / z,
          colour: right ? [1.6, 0.1, 0.05] : [1.8, 1.7, 1.4],
          flicker: 0,
          shape: 'soft',
        })
      }
    }
  }
  return {
    ...blankPicture(stage, 4),
    variants: [
      0.06 + lights * (0.2 + 0.35 * spec.density),
      0.1,
      0.15,
      0.24,
      rise * 0.62,
      rise * 0.8,
      rise * (skyline ? 0.72 : 0.4),
      0,
      (stage.random(5) - 0.5) * stage.halfW,
      1.5 + 1.3 * stage.random(6) + 0.5 * Math.min(2, stage.top),
      lights,
      neon,
    ],
    layers,
    glows,
    water: skyline
      ? { rough: 0.55, scale: 1, speed: 0.9, clear: 0.2, foam: 0, near: 1 / b, mirror: 0 }
      : stage.wet
        ? { rough: 0.13, scale: 0.8, speed: 1.4, clear: 0.35, foam: 0, near: 1 / b, mirror: lens }
        : null,
  }
}
