import type { Rgb } from './scene-spec.ts'

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

/** `#rrggbb` or `rrggbb` in sRGB → linear Rec.709. */
export function fromHex(hex: string): Rgb {
  const value = Number.parseInt(hex.replace('#', ''), 16)
  const channel = (shift: number) => toLinear(((value >> shift) & 255) / 255)
  return [channel(16), channel(8), channel(0)]
}

export function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share
  return [at(0), at(1), at(2)]
}

export function scale([r, g, b]: Rgb, by: number): Rgb {
  return [r * by, g * by, b * by]
}

/** Takes on the hue of another colour and keeps its own lightness; share 0 … 1. */
export function recolour(base: Rgb, towards: Rgb, share: number): Rgb {
  const [l, a, b] = toOklab(base)
  const [l2, a2, b2] = toOklab(towards)
  return fromOklab([l + (l2 - l) * share * 0.35, a + (a2 - a) * share, b + (b2 - b) * share])
}

/** Turns the hue (radians) and scales chroma, lightness kept (Ottosson's Oklab). */
export function turn(colour: Rgb, angle: number, chroma: number): Rgb {
  const [l, a, b] = toOklab(colour)
  const [cos, sin] = [Math.cos(angle) * chroma, Math.sin(angle) * chroma]
  return fromOklab([l, a * cos - b * sin, a * sin + b * cos])
}

export function toOklab([r, g, b]: Rgb): [number, number, number] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

export function fromOklab([lightness, a, b]: [number, number, number]): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    Math.max(0, 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    Math.max(0, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    Math.max(0, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}
