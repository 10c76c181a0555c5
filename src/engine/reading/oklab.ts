const bits = new Int32Array(1)
const real = new Float32Array(bits.buffer)

/** Cube root of a number not below 0, right to six digits. */
function cubeRoot(x: number): number {
  if (x <= 1e-9) return 0
  real[0] = x
  bits[0] = Math.trunc(bits[0]! / 3) + 709_921_077
  let y = real[0]!
  y = (2 * y + x / (y * y)) / 3
  return (2 * y + x / (y * y)) / 3
}

const linearOf = Float32Array.from({ length: 256 }, (_, i) => {
  const c = i / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
})

const codes = 8192
/** Display value 0…255, not rounded, of linear light 0…1 in steps of the square root. */
const displayOf = Float32Array.from({ length: codes + 2 }, (_, i) => {
  const v = (Math.min(i, codes) / codes) ** 2
  return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)
})

function coded(linear: number): number {
  if (linear <= 0) return 0
  if (linear >= 1) return 255
  const at = Math.sqrt(linear) * codes
  const i = at | 0
  return displayOf[i]! + (displayOf[i + 1]! - displayOf[i]!) * (at - i)
}

function put(to: Float32Array, at: number, r: number, g: number, b: number): void {
  const l = cubeRoot(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = cubeRoot(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = cubeRoot(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  to[at] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  to[at + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  to[at + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
}

/** sRGB bytes → Oklab (lightness 0…1, a, b), three numbers a pixel. */
export function labOf(
  rgb: Uint8Array,
  lab: Float32Array = new Float32Array(rgb.length),
): Float32Array {
  for (let at = 0; at < rgb.length; at += 3) {
    put(lab, at, linearOf[rgb[at]!]!, linearOf[rgb[at + 1]!]!, linearOf[rgb[at + 2]!]!)
  }
  return lab
}

/** Linear Rec.709 → Oklab. */
export function labOfLinear([r, g, b]: readonly [number, number, number]): Lab {
  const one = new Float32Array(3)
  put(one, 0, r, g, b)
  return [one[0]!, one[1]!, one[2]!]
}

export type Lab = [number, number, number]

/** One Oklab colour → sRGB 0…255, not rounded, written at `at`; what is out of reach is clipped. */
export function writeDisplay(
  lightness: number,
  a: number,
  b: number,
  to: Float32Array,
  at: number,
): void {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  to[at] = coded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  to[at + 1] = coded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  to[at + 2] = coded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
}

/** Oklab → linear Rec.709, not clipped. */
export function linearOfLab([lightness, a, b]: readonly [number, number, number]): Lab {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}
