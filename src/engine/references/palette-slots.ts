import { clusters, type Swatch } from '../reading/clusters.ts'
import { linearOfLab, labOfLinear, type Lab } from '../reading/oklab.ts'
import type { SceneReading } from '../reading/read-scene.ts'
import type { Rgb, SceneSpec } from '../scene/scene-spec.ts'

type Slots = Record<'sky_high' | 'sky_low' | 'ground_light' | 'ground_dark' | 'accent', Lab>

const brightest = (swatches: readonly Swatch[]) =>
  swatches.filter(({ share }) => share > 0.08).toSorted((a, b) => b.lab[0] - a.lab[0])
const chromaOf = ({ lab }: Swatch) => Math.hypot(lab[1], lab[2])
const grey: Lab = [0.5, 0, 0]

function slotsOf({ planes, sky }: SceneReading): Slots {
  const { lab, width, height } = planes
  const line = (sky.share > 0.03 ? sky.horizon : 0.45) * height
  const rowOf = (p: number) => Math.floor(p / width)
  const mainOf = (from: number, to: number) =>
    clusters(lab, 2, (p) => (rowOf(p) >= from && rowOf(p) < Math.max(to, from + 1) ? 1 : 0))[0]?.lab
  const ground = brightest(clusters(lab, 4, (p) => (rowOf(p) >= line ? 1 : 0)))
  const all = clusters(lab, 6)
  const accent = all.toSorted((a, b) => chromaOf(b) - chromaOf(a))[0]
  return {
    sky_high: mainOf(0, line * 0.45) ?? grey,
    sky_low: mainOf(line * 0.65, line) ?? grey,
    ground_light: ground[0]?.lab ?? grey,
    ground_dark: ground.at(-1)?.lab ?? grey,
    accent: accent?.lab ?? grey,
  }
}

/**
 * A scene's palette in the colours of references, the first counting most. `depth` says how far
 * lightness follows too: 0 keeps the scene's own.
 */
export function paletteLike(
  palette: SceneSpec['palette'],
  readings: readonly SceneReading[],
  depth: number,
  name: string,
): SceneSpec['palette'] {
  const all = readings.map(slotsOf)
  const weights = all.map((_, n) => 1 / (1 + 1.6 * n))
  const whole = weights.reduce((a, b) => a + b, 0)
  const like = (key: keyof Slots): Rgb => {
    const own = labOfLinear(palette[key])
    const mean: Lab = [0, 0, 0]
    all.forEach((slots, n) => {
      for (let k = 0; k < 3; k++) mean[k] = mean[k]! + (slots[key][k]! * weights[n]!) / whole
    })
    const l = own[0] + (mean[0] - own[0]) * depth
    const by = mean[0] > 0.05 ? Math.min(1.2, Math.max(0.4, l / mean[0])) : 1
    const [r, g, b] = linearOfLab([l, mean[1] * by, mean[2] * by])
    return [Math.max(0, r), Math.max(0, g), Math.max(0, b)]
  }
  return {
    name,
    sky_high: like('sky_high'),
    sky_low: like('sky_low'),
    ground_light: like('ground_light'),
    ground_dark: like('ground_dark'),
    accent: like('accent'),
  }
}
