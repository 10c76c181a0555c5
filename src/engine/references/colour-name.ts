import type { Lab } from '../reading/oklab.ts'

const hues: readonly (readonly [number, string])[] = [
  [15, 'rose'],
  [38, 'red'],
  [58, 'rust'],
  [80, 'orange'],
  [100, 'gold'],
  [122, 'olive'],
  [152, 'green'],
  [180, 'sea green'],
  [215, 'teal'],
  [245, 'sky blue'],
  [285, 'blue'],
  [315, 'violet'],
  [345, 'magenta'],
  [361, 'rose'],
]

/** A plain word for a colour. */
export function colourName([l, a, b]: Lab): string {
  const chroma = Math.hypot(a, b)
  if (chroma < 0.018) {
    if (l > 0.92) return 'white'
    return l < 0.22 ? 'black' : l < 0.5 ? 'charcoal' : l < 0.75 ? 'grey' : 'pale grey'
  }
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
  const name = hues.find(([to]) => hue < to)?.[1] ?? 'rose'
  if (chroma < 0.05 && hue > 50 && hue < 115) return l > 0.6 ? 'sand' : 'brown'
  if (l < 0.32)
    return name === 'orange' || name === 'gold' || name === 'rust' ? 'dark brown' : `dark ${name}`
  return l > 0.82 ? `pale ${name}` : name
}
