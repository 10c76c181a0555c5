import type { Glance } from '../estimate/glance.ts'
import type { ClipAnalysis } from './clip-analysis.ts'
import type { EditRecipe } from './edit-recipe.ts'
import { frameInput, i420Bytes } from './frame-input.ts'
import { frameMaps } from './frame-maps.ts'
import { writeLook } from './look-fields.ts'
import { openMaker, type NewPicture } from './restyle-maker.ts'

const levels = 9
/** Each strength changes the picture at most this share of what the next one does. */
const rise = 0.96

/**
 * How much of each strength's change is applied, 0 … 1, so that every strength changes this very
 * clip more than the one before: measured by making small pictures of a few frames at each.
 */
export async function strengthLadder(
  clip: ClipAnalysis,
  recipe: (level: number) => EditRecipe,
  picture: NewPicture,
  seed: number,
): Promise<number[]> {
  const glance = clip.glances[0]!
  const map = { width: glance.width, height: glance.height }
  const { width, height } = clip.samples[0]!.glance
  const even = { width: width & ~1, height: height & ~1 }
  const at = frameInput(even, even, map, false)
  const input = new Uint8Array(at.bytes)
  const numbers = (start: number, end: number) =>
    new Float32Array(input.buffer, start, (end - start) / 4)
  const output = new Uint8Array(i420Bytes(even))
  const changes: number[] = []
  const written = new Map<string, Float32Array>()
  for (let level = 0; level < levels; level++) {
    const { look, cube, stroke, controls, motion } = recipe(level)
    const isCareful = look.paint < 0.5
    const base = { source: even, output: even, map, hasGuides: false, seed, stroke, picture }
    const init = { ...base, isCareful }
    const make = await openMaker(init)
    const writeMaps = frameMaps(clip, controls, seed)
    let change = 0
    for (const { frame, glance: sample } of clip.samples) {
      const i420 = toI420(sample, even)
      input.set(i420, at.source)
      writeLook(look, numbers(at.look, at.cube))
      numbers(at.cube, at.maps).set(cube)
      const maps = numbers(at.maps, at.guideA)
      const key = `${frame} ${JSON.stringify(controls)}`
      const known = written.get(key)
      if (known) maps.set(known)
      else {
        writeMaps(frame, { picture: motion(frame), guideA: null, guideB: null }, maps)
        written.set(key, maps.slice())
      }
      make(frame, input, output)
      for (let n = 0; n < output.length; n++) change += Math.abs(output[n]! - i420[n]!)
    }
    changes.push(change)
  }
  const shares = changes.map(() => 1)
  for (let n = levels - 2; n >= 0; n--) {
    const most = changes[n + 1]! * shares[n + 1]! * rise
    if (changes[n]! > most) shares[n] = most / changes[n]!
  }
  return shares
}

function toI420({ width, y, u, v }: Glance, size: { width: number; height: number }) {
  const i420 = new Uint8Array(i420Bytes(size))
  const half = { width: size.width >> 1, height: size.height >> 1 }
  const start = size.width * size.height
  for (let j = 0; j < size.height; j++) {
    i420.set(y.subarray(j * width, j * width + size.width), j * size.width)
  }
  for (let j = 0; j < half.height; j++) {
    for (let i = 0; i < half.width; i++) {
      const from = j * 2 * width + i * 2
      const to = start + j * half.width + i
      i420[to] = u[from]!
      i420[to + half.width * half.height] = v[from]!
    }
  }
  return i420
}
