import { labOfLinear, type Lab } from '../../reading/oklab.ts'
import type { SceneReading } from '../../reading/read-scene.ts'
import { fromHex } from '../../scene/colour.ts'
import { namedPalettes } from '../../scene/words/palette-words.ts'
import type { Where } from '../ops/where.ts'
import type { Step } from '../step.ts'
import type { Masks } from '../strip.ts'
import type { Part, Wishes } from '../wishes.ts'

const placeOf = (part: Part): Where | undefined => {
  if (part === 'all') return undefined
  if (part === 'background') return { mask: 'subject', outside: true }
  return { mask: part }
}

const grey = new Set(['monochrome', 'noir'])

function paletteSteps(slug: string): Step[] {
  if (grey.has(slug)) {
    return [{ do: 'grade', saturation: 0, contrast: slug === 'noir' ? 1.3 : 1.08 }]
  }
  const entry = Object.entries(namedPalettes).find(
    ([name]) => name.toLowerCase().replaceAll(' ', '-') === slug,
  )
  if (!entry) return []
  const colours = entry[1].split(' ').map((hex) => labOfLinear(fromHex(hex)))
  if (slug === 'teal-and-orange') {
    return [
      {
        do: 'grade',
        saturation: 0.85,
        contrast: 1.08,
        shadows: [-0.035, -0.03],
        lights: [0.032, 0.062],
      },
    ]
  }
  const sepia = slug === 'sepia'
  const amount = sepia ? 1 : 0.82
  return [{ do: 'dye', colours, amount, own: sepia ? 0 : 0.3, byHue: sepia ? 0 : 5 }]
}

/** One colour from shadow to light, as a dye. */
function shades([l, a, b]: Lab): Lab[] {
  const chroma = Math.hypot(a, b)
  const [x, y] = chroma > 0.02 ? [a, b] : [a * 0.5, b * 0.5]
  const middle = Math.min(0.75, Math.max(0.35, l))
  return [
    [0.05, x * 0.5, y * 0.5],
    [middle * 0.6, x * 0.95, y * 0.95],
    [middle, x, y],
    [0.95, x * 0.35, y * 0.35],
  ]
}

/** Palette by name, colours by word, and the dials of warmth, saturation, light and contrast. */
export function colourSteps(
  reading: SceneReading,
  wishes: Wishes,
): { steps: Step[]; masks: Masks } {
  const steps: Step[] = wishes.palette ? paletteSteps(wishes.palette) : []
  const masks: Masks = { sky: reading.sky.mask, subject: reading.subject.mask }
  for (const { colour, part } of wishes.colours) {
    const lab = labOfLinear(colour)
    const where = placeOf(part)
    const place = where && { where }
    const chroma = Math.hypot(lab[1], lab[2])
    if (chroma < 0.02) {
      const gain = lab[0] > 0.85 ? 1.5 : lab[0] < 0.3 ? 0.35 : 1
      steps.push({ do: 'grade', saturation: 0.12, gain, ...place })
      continue
    }
    steps.push({
      do: 'dye',
      colours: shades(lab),
      amount: part === 'all' ? 0.8 : 0.92,
      own: 0.12,
      byHue: 0,
      ...place,
    })
  }
  const { saturation = 1, warmth = 0, exposure = 1, contrast = 1 } = wishes
  if (saturation !== 1 || warmth !== 0 || exposure !== 1 || contrast !== 1) {
    steps.push({
      do: 'grade',
      saturation,
      contrast,
      gain: exposure ** 1.4,
      shadows: [warmth * 0.012, warmth * 0.024],
      lights: [warmth * 0.022, warmth * 0.075],
    })
  }
  return { steps, masks }
}
