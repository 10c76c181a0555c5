import { clusters } from '../reading/clusters.ts'
import type { Pixels } from '../reading/pixels.ts'
import { planesOf } from '../reading/planes-of.ts'
import { shrink } from '../reading/shrink.ts'
import { colourTransfer } from '../retouch/colour-transfer.ts'
import type { Step } from '../retouch/step.ts'
import { cutOut } from './cut-out.ts'
import type { GivenRoles } from './given-roles.ts'
import { standCutOut } from './stand-cut-out.ts'
import { styleOf } from './style-of.ts'

type Given = GivenRoles['palette']

/** Colours of several references in one cloud, the first counting most. */
function cloudOf(given: Given): Float32Array {
  const parts = given.map(({ reference }, n) => {
    const { lab } = reference.reading.planes
    const step = 3 * (1 + 2 * n) * Math.max(1, Math.floor(lab.length / 90_000))
    return lab.filter((_, i) => i % step < 3)
  })
  const whole = new Float32Array(parts.reduce((sum, p) => sum + p.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/**
 * Steps that bring a finished picture nearer to its references: colours, tone and grain, and the
 * subjects that stand in it.
 * @param amount of the colours that is taken over, 0…1
 */
export function finishLike(
  picture: Pixels,
  roles: GivenRoles,
  amount: number,
  seed: number,
): Step[] {
  const planes = planesOf(shrink(picture, 320))
  const size = { width: picture.width, height: picture.height }
  const steps: Step[] = []
  if (roles.palette.length > 0) {
    steps.push(colourTransfer(planes.lab, cloudOf(roles.palette), amount))
    const colours = roles.palette.flatMap(({ reference }) =>
      reference.palette.map(({ lab }) => lab),
    )
    steps.push({ do: 'dye', colours, amount: amount * 0.6, own: 0.35, byHue: 4 })
  }
  const own = styleOf(planes)
  for (const { reference } of roles.style) {
    const { chroma, contrast, grain, styles } = reference.style
    const grey = styles.some((s) => s === 'noir' || s === 'manga')
    steps.push({
      do: 'grade',
      saturation: grey ? 0 : within(chroma / Math.max(0.01, own.chroma), 0.35, 1.7),
      contrast: within(contrast / Math.max(0.03, own.contrast), 0.7, 1.4),
    })
    if (grain > 2.5 && own.grain < grain) {
      steps.push({ do: 'finish', vignette: 0, grain: Math.min(12, grain), seed })
    }
  }
  const light = roles.light[0]?.reference.reading.light
  if (light && roles.palette.length === 0) {
    const level = planes.lightness.reduce((a, b) => a + b, 0) / planes.lightness.length
    const gain = within((light.level / level) ** 3, 0.45, 1.8) ** 0.7
    const warmth = light.warmth
    steps.push({
      do: 'grade',
      gain,
      lights: [warmth * 0.012, warmth * 0.045],
      contrast: within(light.contrast / Math.max(0.05, own.contrast), 0.85, 1.2),
    })
  }
  const layout = roles.composition[0]?.reference.reading.subject
  roles.subject.forEach(({ reference }, n) => {
    const { box } = reference.reading.subject
    const x = layout && n === 0 ? layout.centre.x : [0.5, 0.27, 0.74][n % 3]!
    const tall = within((box.bottom - box.top) * 0.92, 0.36, 0.78)
    const place = { x, y: 0.92, tall: roles.subject.length > 1 ? tall * 0.8 : tall }
    const swatches = clusters(planes.lab, 5)
    const scene = Float32Array.from(swatches.flatMap(({ lab }) => lab))
    steps.push(...standCutOut(size, cutOut(reference), place, scene, light?.azimuth ?? 0.3))
  })
  return steps
}
