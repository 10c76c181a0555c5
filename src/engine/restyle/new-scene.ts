import type { Family, SceneSpec } from '../scene/scene-spec.ts'
import { turn } from '../scene/colour.ts'
import { understand } from '../scene/understand.ts'
import type { SourceMedia } from '../render/renderer.ts'
import type { AskedEdit } from './asked-edit.ts'
import type { ClipAnalysis } from './clip-analysis.ts'
import { colourStatistics } from './colour-statistics.ts'
import type { Glance } from '../estimate/glance.ts'
import { toLinear } from './yuv-colour.ts'

/** The scene of an edit's words, and where its place comes from. */
export type NewScene = { spec: SceneSpec; place: string }

const guesses: Partial<Record<Family, string>> = {
  landscape: 'landscape',
  forest: 'forest',
  interior: 'room',
  city: 'city street',
}

/**
 * Reads the words of an edit as a scene of their own. What they leave open comes from the source:
 * its own words when this engine made it, else a guess from its picture; and its colours, when no
 * others are asked for.
 */
export function newScene(
  ask: { prompt: string; seed: number; aspect: number },
  asked: AskedEdit,
  source: Pick<SourceMedia, 'made'>,
  clip: ClipAnalysis,
): NewScene {
  const { prompt, seed, aspect } = ask
  const read = (words: string, from: number) =>
    understand({ prompt: words, style: undefined, aspect, seed: from, medium: 'video' })
  if (asked.place) return { spec: read(prompt, seed), place: 'as asked' }
  const { made } = source
  const old = made && 'prompt' in made.request ? made.request.prompt : undefined
  if (made && old) {
    const spec = read(`${prompt}. ${old}`, made.seed)
    return { spec: { ...spec, prompt, seed: read(old, made.seed).seed }, place: 'of the source' }
  }
  const family = guessedFamily(clip)
  const spec = read(`${prompt}, ${guesses[family]}`, seed)
  const own = { ...spec, prompt, family }
  const place = 'guessed from the source'
  return { spec: asked.palette ? own : withSourceColours(own, asked, clip), place }
}

/** Sky above upright edges: a city, else open land; no sky and much green: a wood; else a room. */
function guessedFamily({ sky, glances }: ClipAnalysis): Family {
  if (sky > 0.07) return uprights(glances[glances.length >> 1]!) > 1.12 ? 'city' : 'landscape'
  const sample = glances.filter((_, n) => n % Math.max(1, glances.length >> 2) === 0)
  const [, a] = colourStatistics(sample).mean
  return a < -0.018 ? 'forest' : 'interior'
}

/** The source's own colours, unless an hour or a weather is asked for that has its own. */
function withSourceColours(spec: SceneSpec, asked: AskedEdit, clip: ClipAnalysis): SceneSpec {
  if (asked.time || asked.weather || asked.season) return spec
  const glance = clip.glances[clip.glances.length >> 1]!
  const band = (from: number, to: number) => turn(toLinear(bandMean(glance, from, to)), 0, 1.7)
  const palette = {
    name: 'of the source',
    sky_high: band(0, 0.12),
    sky_low: band(0.3, 0.45),
    ground_light: band(0.5, 0.75),
    ground_dark: band(0.8, 1),
    accent: spec.palette.accent,
  }
  return { ...spec, palette }
}

function bandMean({ width, height, y, u, v }: Glance, from: number, to: number) {
  const first = Math.floor(from * height) * width
  const last = Math.max(first + width, Math.floor(to * height) * width)
  const mean = (plane: Uint8Array) =>
    plane.subarray(first, last).reduce((sum, p) => sum + p, 0) / (last - first)
  return [mean(y), mean(u) - 128, mean(v) - 128] as [number, number, number]
}

/** Upright edges against level ones in the middle half of the picture. */
function uprights({ width, height, y }: Glance): number {
  let [across, down] = [0, 0]
  for (let j = height >> 2; j < (height * 3) >> 2; j++) {
    for (let i = 1; i < width; i++) {
      const n = j * width + i
      across += Math.min(40, Math.abs(y[n]! - y[n - 1]!))
      down += Math.min(40, Math.abs(y[n]! - y[n - width]!))
    }
  }
  return across / Math.max(1, down)
}
