import { look } from '../../render/look.ts'
import { sampleSpec } from '../../render/sample-spec.ts'
import type { Style } from '../../scene/scene-spec.ts'
import type { Step } from '../step.ts'

const cast = ([r, g, b]: readonly [number, number, number]): [number, number] => [
  (r - g) * 0.42,
  ((r + g) / 2 - b) * 0.55,
]

/**
 * The painter's looks, laid over a picture that it did not paint. `level` is its mean lightness:
 * what is drawn in ink is brought to the paper's first.
 */
export function styleSteps(styles: readonly Style[], level: number, seed: number): Step[] {
  if (styles.length === 0) return []
  const plain = look(sampleSpec('landscape'), 1)
  const l = look(sampleSpec('landscape', { styles: [...styles] }), 1)
  const lifted = (l.lift[0] + l.lift[1] + l.lift[2]) / 3
  const dropped = (l.drop[0] + l.drop[1] + l.drop[2]) / 3
  const [sa, sb] = cast(l.lift)
  const [ha, hb] = cast(l.drop)
  const drawn = styles.includes('manga') || styles.includes('line_art')
  const gain = drawn ? Math.min(5, Math.max(0.7, (0.68 / Math.max(0.1, level)) ** 3)) : 1
  const steps: Step[] = [
    {
      do: 'grade',
      gain: gain * l.exposure ** 0.7,
      contrast: 1 + (l.contrast / plain.contrast - 1) * 0.8,
      pivot: 0.5,
      saturation: l.saturation,
      black: lifted * 0.9,
      white: 1 - dropped * 0.6,
      shadows: [sa, sb],
      lights: [-ha, -hb],
    },
  ]
  if (styles.includes('noir')) steps.push({ do: 'grade', saturation: 0 })
  if (styles.includes('neon')) {
    steps.push({
      do: 'grade',
      gain: 0.62,
      contrast: 1.12,
      pivot: 0.45,
      shadows: [0.03, -0.075],
      lights: [0.055, -0.02],
    })
  }
  if (l.brush) steps.push({ do: 'brush', kind: l.brush, paper: l.paper })
  const vignette = Math.max(0, l.vignette - plain.vignette)
  if (vignette > 0 || l.grain > 0) steps.push({ do: 'finish', vignette, grain: l.grain, seed })
  return steps
}
