import type { FramePool } from '../frames/frame-pool.ts'
import type { VideoDecoder } from '../media/media-backend.ts'
import type { ClipAnalysis } from './clip-analysis.ts'
import { mixedCubes } from './colour-cube.ts'
import type { EditRecipe } from './edit-recipe.ts'
import { frameInput, i420Bytes } from './frame-input.ts'
import { frameMaps } from './frame-maps.ts'
import type { GuidePart } from './guide-schedule.ts'
import type { Guides } from './guides.ts'
import { writeLook, type LookNumbers } from './look-fields.ts'
import type { NewPicture, RestyleInit } from './restyle-maker.ts'

type Size = { width: number; height: number }

export type Restyle = {
  /** Opened anew: read from its first frame. */
  video: VideoDecoder
  output: Size
  clip: ClipAnalysis
  recipe: EditRecipe
  picture: NewPicture | null
  guides: Guides | null
  seed: number
}

/** Share of the picture from which a frame is the guide itself, byte by byte. */
const whole = 0.999

/** What is left of the look where a guide's own look takes over. */
function quieted(look: LookNumbers, parts: readonly GuidePart[]): LookNumbers {
  const palette = Math.min(
    1,
    parts.reduce((sum, part) => sum + part.palette, 0),
  )
  const rest = 1 - 0.7 * palette
  const names = [
    'fog',
    'haze',
    'sky',
    'cover',
    'render',
    'relight',
    'ink',
    'glow',
    'flakes',
    'rain',
    'border',
    'bloom',
  ] as const
  const quiet = { ...look }
  for (const name of names) quiet[name] *= rest
  return { ...quiet, guideA: parts[0]?.picture ?? 0, guideB: parts[1]?.picture ?? 0 }
}

/** Restyles a clip frame by frame in the pool's workers; `onFrame` gets I420 of `output`. */
export async function restyleClip(
  pool: FramePool,
  work: Restyle,
  onFrame: (index: number, i420: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { video, output, clip, guides, seed } = work
  const { look, cube, stroke, motion, controls } = work.recipe
  const source = { width: video.width, height: video.height }
  const first = clip.glances[0]!
  const map = { width: first.width, height: first.height }
  const at = frameInput(source, output, map, guides !== null)
  const writeMaps = frameMaps(clip, controls, seed)
  const init: RestyleInit = {
    source,
    output,
    map,
    hasGuides: guides !== null,
    seed,
    stroke,
    picture: work.picture,
    isCareful: look.paint < 0.5,
  }
  const partsAt = (frame: number) => guides?.partsAt(frame) ?? []

  async function fill(index: number, input: Uint8Array) {
    const i420 = await video.read()
    if (!i420) throw new Error(`The source ends at frame ${index}.`)
    input.set(i420, at.source)
    const numbers = (start: number, end: number) =>
      new Float32Array(input.buffer, input.byteOffset + start, (end - start) / 4)
    const parts = partsAt(index)
    const grainAt = (index * 73) % 251
    const time = (index * video.rate.den) / video.rate.num
    writeLook({ ...quieted(look, parts), grainAt, time }, numbers(at.look, at.cube))
    const cubes = parts.map(
      ({ guide, palette }) => [guides!.cube(guide), palette] as [Float32Array, number],
    )
    numbers(at.cube, at.maps).set(mixedCubes(cube, cubes))
    const drift = (n: number) => {
      const part = parts[n]
      return part ? guides!.driftAt(part.guide, index) : null
    }
    const drifts = { picture: motion(index), guideA: drift(0), guideB: drift(1) }
    writeMaps(index, drifts, numbers(at.maps, at.guideA))
    for (const [n, start] of [at.guideA, at.guideB].entries()) {
      const part = parts[n]
      if (part && part.picture > 0) input.set(await guides!.picture(part.guide), start)
    }
  }

  await pool.run({
    maker: new URL('./restyle-maker.ts', import.meta.url),
    init,
    frames: clip.frames,
    inputBytes: at.bytes,
    outputBytes: i420Bytes(output),
    fill,
    async onFrame(index, made) {
      const guide = partsAt(index).find(({ picture }) => picture >= whole)
      await onFrame(index, guide ? await guides!.picture(guide.guide) : made)
    },
    signal,
  })
}
