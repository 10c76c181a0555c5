import { halfOf } from './half.ts'
import { diffuseWhiteNit } from './pq.ts'

/** The part of a look that makes light of the painter's numbers; `exposure` as the kernels get it. */
export type LightGrade = {
  exposure: number
  contrast: number
  lift: readonly [number, number, number]
  drop: readonly [number, number, number]
}

/** The display that the picture is graded for, cd/m². */
export const peakNit = 1000
/** Entries of one channel's table: the painter's numbers, 8192 is 1.0. */
export const lightSteps = 32_768

const knee = 0.35
const shoulder = 3
const peak = peakNit / diffuseWhiteNit

const film = (v: number) => (v * (2.51 * v + 0.03)) / (v * (2.43 * v + 0.59) + 0.14)
const slope = (film(knee + 1e-4) - film(knee - 1e-4)) / 2e-4
/** The painter's film curve up to the knee, and straight on where that one rolls off to paper. */
const opened = (v: number) => (v <= knee ? film(v) : film(knee) + slope * (v - knee))

const encoded = (v: number) => (v <= 0.003_130_8 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)
const decoded = (v: number) => (v <= 0.040_45 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)

function rolledOff(light: number): number {
  if (light <= shoulder) return light
  return shoulder + (peak - shoulder) * (1 - Math.exp((shoulder - light) / (peak - shoulder)))
}

/**
 * Light to show for one number of the painter, 1.0 = diffuse white: what the ordinary picture shows
 * up to its knee, then the range that it has no room for, with its end below the display's peak.
 */
export function shownLight(grade: LightGrade, channel: 0 | 1 | 2, number: number): number {
  const { exposure, contrast } = grade
  const [lift, drop] = [grade.lift[channel], grade.drop[channel]]
  const offset = 0.5 - 0.5 * contrast - (contrast - 1) * 0.04
  const display = Math.max(0, encoded(opened(number * exposure)) * contrast + offset)
  return rolledOff(decoded(lift + display * (1 - lift - drop)))
}

/** Three tables, one a channel: halves of the light to show for each of the painter's numbers. */
export function lightTables(grade: LightGrade): Uint16Array {
  const tables = new Uint16Array(3 * lightSteps)
  for (const channel of [0, 1, 2] as const) {
    for (let n = 0; n < lightSteps; n++) {
      tables[channel * lightSteps + n] = halfOf(shownLight(grade, channel, n / 8192))
    }
  }
  return tables
}
