import { boxBlur } from '../scene/box-blur.ts'
import type { Style } from '../scene/scene-spec.ts'
import type { Planes } from '../reading/planes-of.ts'

export type StyleReading = {
  /** Looks that the picture seems to be made in. */
  styles: Style[]
  /** Mean Oklab chroma, spread of lightness, and grain in codes of 255. */
  chroma: number
  contrast: number
  grain: number
}

function shares({ lightness }: Planes) {
  const share = (from: number, to: number) =>
    lightness.filter((l) => l >= from && l < to).length / lightness.length
  return { black: share(0, 0.3), middle: share(0.42, 0.82), white: share(0.88, 2) }
}

function grainOf({ lightness, edge, width, height }: Planes): number {
  const soft = boxBlur(lightness, width, height, 1)
  const calm: number[] = []
  for (let p = 0; p < lightness.length; p++) {
    if (edge[p]! < 0.02 && lightness[p]! > 0.2 && lightness[p]! < 0.9) {
      calm.push(Math.abs(lightness[p]! - soft[p]!))
    }
  }
  calm.sort((a, b) => a - b)
  return calm.length > 200 ? calm[Math.floor(calm.length / 2)]! * 255 * 2.4 : 0
}

/** How a picture is made, estimated from its tones, chroma and grain. */
export function styleOf(planes: Planes): StyleReading {
  const { lab, lightness } = planes
  const n = lightness.length
  let [chroma, level, a, b, vivid] = [0, 0, 0, 0, 0]
  for (let p = 0; p < n; p++) {
    const c = Math.hypot(lab[p * 3 + 1]!, lab[p * 3 + 2]!)
    chroma += c / n
    level += lightness[p]! / n
    a += lab[p * 3 + 1]! / n
    b += lab[p * 3 + 2]! / n
    vivid += (c > 0.17 ? 1 : 0) / n
  }
  const contrast = Math.sqrt(lightness.reduce((sum, l) => sum + (l - level) ** 2, 0) / n)
  const grain = grainOf(planes)
  const { black, middle, white } = shares(planes)
  const styles: Style[] = []
  const oneHue = Math.hypot(a, b) > chroma * 0.85
  if (chroma < 0.035 * level) {
    if (white > 0.45 && middle < 0.35) styles.push(black > 0.1 ? 'manga' : 'line_art')
    else if (black > 0.12 && white > 0.1 && middle < 0.4) styles.push('manga')
    else styles.push('noir')
  } else if (oneHue && b > 0.015 && chroma < 0.1) styles.push('vintage')
  else if (level > 0.74 && contrast < 0.15) styles.push('pastel')
  else if (level < 0.42 && vivid > 0.12) styles.push('neon')
  else if (grain > 3.5) styles.push('film')
  return { styles, chroma, contrast, grain }
}
