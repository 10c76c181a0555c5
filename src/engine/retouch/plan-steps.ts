import type { Pixels } from '../reading/pixels.ts'
import type { SceneReading } from '../reading/read-scene.ts'
import type { TimeOfDay } from '../scene/scene-spec.ts'
import { coverageOf } from '../reading/soft-mask.ts'
import { blurredSheet } from './blurred-sheet.ts'
import type { Step } from './step.ts'
import { colourSteps } from './steps/colour-steps.ts'
import { hourSteps } from './steps/hour-steps.ts'
import { seasonSteps } from './steps/season-steps.ts'
import { styleSteps } from './steps/style-steps.ts'
import { weatherSteps } from './steps/weather-steps.ts'
import type { Masks } from './strip.ts'
import type { Wishes } from './wishes.ts'

const airLight: Record<TimeOfDay, number> = {
  dawn: 0.85,
  day: 1,
  golden_hour: 0.82,
  dusk: 0.4,
  night: 0.12,
}

/** What a blurred background must not take colour from. */
function aroundSubject({ planes, subject }: SceneReading) {
  const { width, height, picture } = planes
  const inside = coverageOf(subject.mask, {
    width,
    height,
    row0: 0,
    rows: height,
    rgb: picture.rgb,
  })
  return (u: number, v: number) => {
    const x = Math.min(width - 1, Math.floor(u * width))
    const y = Math.min(height - 1, Math.floor(v * height))
    return (1 - inside[y * width + x]!) ** 2
  }
}

function blurSteps(picture: Pixels, reading: SceneReading, wishes: Wishes): Step[] {
  if (!wishes.blur) return []
  const { radius, part } = wishes.blur
  if (part === 'background') {
    const sheet = blurredSheet(picture, radius, aroundSubject(reading))
    return [{ do: 'soften', sheet, amount: 1, where: { mask: 'subject', outside: true } }]
  }
  const sheet = blurredSheet(picture, radius)
  const where = part === 'all' ? {} : { where: { mask: part } as const }
  return [{ do: 'soften', sheet, amount: 1, ...where }]
}

/** Turns wishes into steps for a picture that was read; the same wishes and seed, the same steps. */
export function planSteps(
  picture: Pixels,
  reading: SceneReading,
  wishes: Wishes,
  seed: number,
): { steps: Step[]; masks: Masks } {
  const masks: Masks = { sky: reading.sky.mask, subject: reading.subject.mask }
  const steps: Step[] = blurSteps(picture, reading, wishes)
  const add = (more: { steps: Step[]; masks: Masks }) => {
    steps.push(...more.steps)
    Object.assign(masks, more.masks)
  }
  const { time, weather, season } = wishes
  const skyColour = wishes.colours.find(({ part }) => part === 'sky')
  const repaints =
    time !== undefined || weather !== undefined || wishes.newSky === true || skyColour
  if (season) add(seasonSteps(reading, season, seed))
  if (repaints) {
    const hour = time ?? reading.light.time
    const hues = skyColour && { skyColours: [skyColour.colour, skyColour.colour] as const }
    const keep = wishes.newSky || weather ? 0.12 : 0.75
    const sky = weather ?? (keep > 0.5 ? 'clear' : 'cloudy')
    const skyOnly = (wishes.skyOnly ?? false) || time === undefined
    add(hourSteps(reading, { time: hour, weather: sky, seed, keep, skyOnly, ...hues }))
    if (weather && !wishes.skyOnly) add(weatherSteps(reading, weather, airLight[hour], seed))
  }
  const colours = wishes.colours.filter(({ part }) => part !== 'sky' || reading.sky.share < 0.01)
  add(colourSteps(reading, { ...wishes, colours }))
  if (wishes.sharpen) {
    const { amount, part } = wishes.sharpen
    const where =
      part === 'all'
        ? {}
        : part === 'background'
          ? { where: { mask: 'subject', outside: true } as const }
          : { where: { mask: part } as const }
    steps.push({ do: 'sharpen', amount, ...where })
  }
  steps.push(...styleSteps(wishes.styles, reading.light.level, seed))
  return { steps, masks }
}
