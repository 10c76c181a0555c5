import { labOfLinear, type Lab } from '../reading/oklab.ts'
import type { SceneReading } from '../reading/read-scene.ts'
import { boxBlur } from '../scene/box-blur.ts'
import { naturalPalette } from '../scene/natural-palette.ts'
import type { Rgb, TimeOfDay, Weather } from '../scene/scene-spec.ts'
import { seededDraw } from '../scene/seeded-draw.ts'
import type { LabSheet } from './lab-sheet.ts'
import { cloudNoise } from './noise.ts'

export type SkyWish = {
  time: TimeOfDay
  weather: Weather
  /** -1 left … 1 right: where the sun is. */
  azimuth: number
  seed: number
  /** Colours of the sky instead of those of the hour, high and low. */
  colours?: readonly [Rgb, Rgb]
}

const cover: Record<Weather, number> = {
  clear: 0.24,
  cloudy: 0.55,
  overcast: 0.92,
  fog: 0.7,
  rain: 0.9,
  storm: 0.97,
  snow: 0.9,
}

const glows: Record<TimeOfDay, { lab: Lab; strength: number; size: number }> = {
  dawn: { lab: [0.95, 0.02, 0.07], strength: 0.6, size: 0.5 },
  day: { lab: [0.99, -0.005, 0.02], strength: 0.22, size: 0.35 },
  golden_hour: { lab: [0.96, 0.03, 0.13], strength: 0.85, size: 0.5 },
  dusk: { lab: [0.72, 0.11, 0.09], strength: 0.6, size: 0.7 },
  night: { lab: [0.62, -0.01, -0.04], strength: 0.14, size: 0.5 },
}

/** Cloud lit from above or below, and its shaded side. */
const clouds: Record<TimeOfDay, readonly [Lab, Lab]> = {
  dawn: [
    [0.93, 0.035, 0.03],
    [0.7, 0.02, -0.025],
  ],
  day: [
    [0.985, 0, -0.003],
    [0.78, -0.005, -0.018],
  ],
  golden_hour: [
    [0.9, 0.06, 0.1],
    [0.58, 0.045, -0.005],
  ],
  dusk: [
    [0.66, 0.1, 0.04],
    [0.36, 0.03, -0.05],
  ],
  night: [
    [0.36, -0.008, -0.035],
    [0.17, -0.002, -0.03],
  ],
}

const sidePx = 640
const blend = (a: Lab, b: Lab, t: number): Lab => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
]

/** Lightness of the old sky without its clouds, continued behind what stands before it. */
function oldLevel({ planes, sky }: SceneReading): Float32Array {
  const { width, height, lightness } = planes
  const reach = Math.max(3, Math.round(width * 0.05))
  const mean = boxBlur(
    lightness.map((l, p) => l * sky.plane[p]!),
    width,
    height,
    reach,
  )
  const weight = boxBlur(sky.plane, width, height, reach)
  return mean.map((v, p) => (weight[p]! > 1e-3 ? v / weight[p]! : 0.7))
}

/** A sky for the whole frame of a picture, with its horizon where the picture has it. */
export function makeSky(reading: SceneReading, wish: SkyWish): LabSheet {
  const { planes, sky } = reading
  const aspect = planes.width / planes.height
  const width = aspect >= 1 ? sidePx : Math.max(8, Math.round(sidePx * aspect))
  const height = aspect >= 1 ? Math.max(8, Math.round(sidePx / aspect)) : sidePx
  const { time, weather, azimuth, seed } = wish
  const draw = seededDraw(seed, 'sky')
  const palette = naturalPalette({ family: 'landscape', time, weather, season: 'summer' }, draw)
  const [upper, lower] = wish.colours ?? [palette.sky_high, palette.sky_low]
  const gloom = weather === 'storm' ? 0.52 : weather === 'rain' ? 0.76 : 1
  const dull = Math.max(0, (cover[weather] - 0.5) * 2)
  const plain = 1 - (wish.colours ? 0 : 0.8 * dull)
  const dim = ([l, a, b]: Lab): Lab => [l * gloom, a * gloom * plain, b * gloom * plain]
  const high = dim(labOfLinear(upper))
  const low = dim(labOfLinear(lower))
  const tint = wish.colours ? 0.5 : 0
  const grey = ([l, a, b]: Lab): Lab => [
    l * gloom * (1 - 0.12 * dull),
    a * (1 - 0.75 * dull) + low[1] * tint,
    b * (1 - 0.75 * dull) + low[2] * tint,
  ]
  const [lit, shade] = [grey(clouds[time][0]), grey(clouds[time][1])]
  const glow = glows[time]
  const old = oldLevel(reading)
  const lab = new Float32Array(width * height * 4)
  const horizon = Math.max(0.08, sky.share > 0 ? sky.horizon : 0.5)
  const sunX = 0.5 + azimuth * 0.38
  const sunY = time === 'day' || time === 'night' ? 0.3 : 0.9
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5) / height / horizon
    const t = Math.min(1, v)
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / width
      let c = blend(high, low, t ** 1.5)
      const dx = (u - sunX) * aspect
      const dy = (v - sunY) * horizon
      const near = Math.exp(-(dx * dx + dy * dy * 2.6) / (glow.size * glow.size * 0.4))
      c = blend(c, glow.lab, Math.min(0.96, near * glow.strength * (1 - 0.85 * dull)))
      const far = 0.32 + 1.15 * Math.max(0, 1 - v)
      const cx = (dx / far) * 1.5
      const cy = (1 / far) * 2.7
      const n = cloudNoise(cx, cy, 5, seed)
      const toSun = cloudNoise(cx + azimuth * 0.1, cy + 0.13, 4, seed)
      const edge = 0.66 - 0.42 * cover[weather]
      const body = Math.min(1, Math.max(0, (n - edge) / 0.2)) ** 1.4
      if (body > 0) {
        const sunlit = Math.min(1, Math.max(0, 0.5 + (n - toSun) * 3.2 + near * 0.5))
        const cloud = blend(shade, blend(lit, glow.lab, near * 0.5 * (1 - dull)), sunlit)
        c = blend(c, cloud, body * (0.9 - 0.35 * t * (1 - dull)))
      }
      const at = (y * width + x) * 4
      lab.set(c, at)
      const px = Math.min(planes.width - 1, Math.floor(u * planes.width))
      const py = Math.min(planes.height - 1, Math.floor(((y + 0.5) / height) * planes.height))
      lab[at + 3] = old[py * planes.width + px]!
    }
  }
  return { width, height, lab }
}
