import type { Size } from '#contract/size.ts'
import { planesOf } from './i420-planes.ts'
import type { Life } from './life.ts'

const unit = (a: number, b: number) => {
  let h = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return ((h ^ (h >>> 15)) >>> 0) / 4_294_967_296
}
const whole = (v: number) => v - Math.floor(v)

/** Light added at a place: the code moves towards `white` by a part of the way. */
function touch(plane: Uint8Array, at: number, white: number, part: number) {
  const v = plane[at]!
  plane[at] = v + (white - v) * part
}

type Spot = { x: number; y: number; radius: number; long: number; part: number }

function drawSpot(i420: Uint8Array, size: Size, spot: Spot) {
  const { x, y, radius, long, part } = spot
  for (const [n, { start, end, width, height }] of planesOf(size).entries()) {
    const plane = i420.subarray(start, end)
    const k = n === 0 ? 1 : 0.5
    const r = Math.max(0.7, radius * k)
    const [white, share] = n === 0 ? [225, part] : [128, part * 0.7]
    const [cx, top, tail] = [x * k, y * k, long * k]
    for (let j = Math.max(0, Math.floor(top - r)); j <= Math.min(height - 1, top + tail + r); j++) {
      const lean = cx - (j - top) * 0.1 * Math.sign(tail)
      const over = Math.max(0, top - j, j - top - tail)
      const fade = tail > 0 ? Math.min(1, Math.max(0, (j - top) / tail)) : 1
      const first = Math.max(0, Math.ceil(lean - r))
      for (let i = first; i <= Math.min(width - 1, lean + r); i++) {
        const d = ((i - lean) ** 2 + over * over) / (r * r)
        if (d < 1) touch(plane, j * width + i, white, share * fade * (1 - d))
      }
    }
  }
}

/**
 * Draws what is in the air over an I420 picture at `t` = 0…1 of `seconds`, `share` of its strength;
 * after t = 1 it is where it was at 0.
 */
export function drawAir(
  i420: Uint8Array,
  size: Size,
  particles: NonNullable<Life['particles']>,
  { t, seconds, share }: { t: number; seconds: number; share: number },
): void {
  const { width, height } = size
  const short = Math.min(width, height)
  const { kind, count } = particles
  for (let n = 0; n < count; n++) {
    const [a, b, c] = [unit(n, 1), unit(n, 2), unit(n, 3)]
    const near = 0.25 + a * a
    const pace = kind === 'rain' ? 1.7 + near : kind === 'snow' ? 0.09 + 0.13 * near : -0.02
    const rounds = Math.round(pace * seconds) || Math.sign(pace)
    const sideways = kind === 'rain' ? 0 : 0.03 * Math.sin(2 * Math.PI * (2 * t + c))
    const x = (whole(c * 7.13) * 1.1 - 0.05 + sideways) * width
    const y = (whole(b + rounds * t) * 1.2 - 0.1) * height
    const glow = kind === 'dust' ? 0.5 + 0.5 * Math.sin(2 * Math.PI * (3 * t + b)) : 1
    const radius =
      (kind === 'rain' ? 0.0009 : kind === 'snow' ? 0.0022 : 0.0018) * (0.6 + near) * short
    const long = kind === 'rain' ? (0.03 + 0.07 * near) * short : 0
    const part = (kind === 'rain' ? 0.16 + 0.2 * near : kind === 'snow' ? 0.75 : 0.4) * glow * share
    drawSpot(i420, size, { x, y, radius, long, part })
  }
}

/** Makes the light of a picture stronger or weaker. */
export function light(i420: Uint8Array, size: Size, gain: number): void {
  const curve = Uint8Array.from({ length: 256 }, (_, v) =>
    Math.min(235, Math.max(16, Math.round(16 + (v - 16) * gain))),
  )
  const { end } = planesOf(size)[0]
  for (let i = 0; i < end; i++) i420[i] = curve[i420[i]!]!
}
