import type { Glance } from '../estimate/glance.ts'
import type { SceneSpec, Style } from '../scene/scene-spec.ts'
import type { AskedEdit } from './asked-edit.ts'
import type { Grade } from './colour-cube.ts'
import type { ColourStatistics } from './colour-statistics.ts'
import type { EditAmounts } from './edit-amounts.ts'
import type { Controls } from './edit-plan.ts'
import type { LookNumbers } from './look-fields.ts'
import { fromLinear, type Yuv } from './yuv-colour.ts'

type Taste = Partial<
  Pick<Grade, 'saturation' | 'contrast' | 'tint' | 'lift'> &
    Pick<
      LookNumbers,
      'ink' | 'glow' | 'paper' | 'grain' | 'vignette' | 'cells' | 'border' | 'bloom'
    >
>

/** What each style does beyond its colours. */
const tastes: Record<Style, Taste> = {
  film: { bloom: 0.15, grain: 9, vignette: 0.35, saturation: 0.92, contrast: 1.06 },
  noir: { saturation: 0, contrast: 1.3, grain: 10, vignette: 0.7 },
  watercolour: {
    paper: 13,
    ink: 0.24,
    cells: 0.6,
    border: 1,
    saturation: 1.3,
    contrast: 0.9,
    lift: 0.24,
  },
  neon: { glow: 0.9, bloom: 0.75, saturation: 1.3, contrast: 1.12, vignette: 0.5 },
  pastel: { saturation: 0.72, contrast: 0.74, paper: 6, lift: 0.2, bloom: 0.2 },
  line_art: { ink: 0.95, saturation: 0.12, contrast: 0.8, paper: 10, cells: 0.5, lift: 0.3 },
  manga: { ink: 0.9, saturation: 0, contrast: 1.25, cells: 0.85 },
  minimal: { saturation: 0.8, contrast: 0.9, cells: 0.5 },
  vintage: { saturation: 0.62, contrast: 0.88, grain: 11, vignette: 0.6, tint: [0.008, 0.022] },
  oil: { saturation: 1.25, contrast: 1.1, paper: 16 },
}

export type EditWorld = {
  spec: SceneSpec
  asked: AskedEdit
  source: ColourStatistics
  wanted: ColourStatistics
  /** The prompt's own picture, small. */
  glance: Glance
  isOutdoors: boolean
}

const tasteOf = ({ styles }: SceneSpec) =>
  styles.reduce<Taste>((sum, style) => ({ ...sum, ...tastes[style] }), {})

/** Towards the prompt's own picture as far as its words speak of colours; then the style's taste. */
export function editGrade({ spec, asked, source, wanted }: EditWorld): Grade {
  const hour = asked.time || asked.weather || asked.season
  const trust = asked.palette || hour || asked.place ? 0.85 : 0.25
  const { saturation = 1, contrast = 1.05, tint = [0, 0], lift = 0 } = tasteOf(spec)
  const lightness = hour ? trust : trust * 0.6
  const lifted = spec.time_of_day === 'night' && asked.time ? lift * 0.3 : lift
  return {
    from: source,
    to: wanted,
    lightness,
    colour: trust,
    saturation,
    contrast,
    tint,
    lift: lifted,
  }
}

/** What lies over the graded frame; frames of a clip differ only where the draughtsman says so. */
export function editLook(world: EditWorld, a: EditAmounts, controls: Controls): LookNumbers {
  const { spec, glance, isOutdoors, asked } = world
  const taste = tasteOf(spec)
  const night = spec.time_of_day === 'night' && asked.time
  const misty = { fog: 1, snow: 0.75, rain: 0.7, storm: 0.6, overcast: 0.45 } as const
  const mist = asked.weather ? (misty[spec.weather as keyof typeof misty] ?? 0.3) : 0.3
  const high = bandOf(glance, 0, 0.2)
  const low = bandOf(glance, 0.3, 0.5)
  const air: Yuv = [low[0] + (mist - 0.3) * 20, low[1] * 0.8, low[2] * 0.8]
  const azimuth = spec.light.azimuth
  const { depth, normals } = controls
  const snowy = spec.weather === 'snow' || (asked.season && spec.season === 'winter')
  const bright = brightest(glance)
  const wet = spec.weather === 'rain' || spec.weather === 'storm'
  return {
    paint: a.paint,
    flatten: normals.on ? a.flatten * 0.75 * normals.augmentation : a.flatten,
    relief: normals.on ? a.flatten * 80 * normals.augmentation : 0,
    relight: a.relight * (normals.on ? 0.5 : 0),
    lightX: azimuth,
    lightY: -Math.max(0.2, Math.min(1, spec.light.elevation / 60)),
    fog: depth.on && isOutdoors ? a.fog * mist : depth.on ? a.fog * mist * 0.5 : 0,
    ...named('fog', air),
    sky: isOutdoors && (asked.time || asked.weather || asked.place) ? a.sky : a.sky * 0.35,
    ...named('skyHigh', high),
    ...named('skyLow', low),
    stars: night ? 1 : 0,
    cover: snowy ? a.cover * 0.95 : 0,
    ...named('cover', [
      night ? Math.min(150, Math.max(112, bright)) : Math.max(196, bright * 0.95),
      night ? 9 : 4,
      -4,
    ]),
    render: a.render,
    layers: depth.on ? 0.78 : 0,
    protectPaint: 0.9,
    protectRender: 1,
    shade: normals.on ? 1.1 * (1 - 0.6 * normals.augmentation) : 0,
    ink: (taste.ink ?? 0) * a.mark,
    ...named('ink', night ? [24, 6, -2] : [38, 3, 0]),
    glow: (taste.glow ?? 0) * a.mark,
    ...named('glow', brightened(fromLinear(spec.palette.accent))),
    warp: a.warp,
    haze: depth.on ? a.render * 0.4 : 0,
    vignette: (taste.vignette ?? 0.12) * a.mark,
    paper: (taste.paper ?? 0) * a.mark,
    grain: (taste.grain ?? 0) * a.mark,
    grainAt: 0,
    guideA: 0,
    guideB: 0,
    cells: (taste.cells ?? 0) * a.mark * a.paint,
    driftX: 0,
    driftY: 0,
    share: 1,
    border: (taste.border ?? 0) * (a.paint > 0.5 ? a.mark : 0),
    bloom: (taste.bloom ?? (night ? 0.35 : 0.08)) * a.mark,
    flakes: spec.weather === 'snow' && asked.weather ? 190 * a.cover : 0,
    rain: wet && asked.weather ? 260 * a.cover : 0,
    time: 0,
  }
}

function named<Name extends string>(name: Name, [y, u, v]: readonly [number, number, number]) {
  return { [`${name}Y`]: y, [`${name}U`]: u, [`${name}V`]: v } as Record<
    `${Name}${'Y' | 'U' | 'V'}`,
    number
  >
}

const brightened = ([y, u, v]: Yuv): Yuv => [Math.max(110, y), u * 1.3, v * 1.3]

function bandOf({ width, height, y, u, v }: Glance, from: number, to: number): Yuv {
  const [first, last] = [Math.floor(from * height) * width, Math.floor(to * height) * width]
  const mean = (p: Uint8Array) =>
    p.subarray(first, last).reduce((s, n) => s + n, 0) / (last - first)
  return [mean(y), mean(u) - 128, mean(v) - 128]
}

function brightest({ y }: Glance): number {
  const sorted = y.toSorted()
  return sorted[Math.floor(sorted.length * 0.96)] ?? 180
}
