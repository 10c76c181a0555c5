import { estimateDepth } from '../estimate/estimate-depth.ts'
import { estimateSky } from '../estimate/estimate-sky.ts'
import { estimateTrajectory, type MotionField } from '../estimate/estimate-trajectory.ts'
import { glanceOf, type Glance, type SignalMap } from '../estimate/glance.ts'
import { rgbPicture } from '../estimate/rgb-picture.ts'
import type { VideoDecoder } from '../media/media-backend.ts'
import { trackPeople, type PeopleTrack, type PersonLook } from './people-track.ts'

/** Longer side of the glances that everything is estimated on, and of the pictures of people. */
const glanceSide = 128
const personSide = 256
const sampleSide = 320

/** What the first look at a source found; depth and sky as bytes, 0 … 255, steady over time. */
export type ClipAnalysis = {
  frames: number
  glances: Glance[]
  /** The first, middle and last frame, twice as large. */
  samples: { frame: number; glance: Glance }[]
  depths: Uint8Array[]
  skies: Uint8Array[]
  /** From each frame to the one before; the first stands still. */
  motion: MotionField[]
  people: PeopleTrack
  /** Share of the picture that is sky; mean step of a place from frame to frame, widths. */
  sky: number
  pace: number
}

/** Reads a clip once, small: estimates depth, sky and motion in every frame, people in some. */
export async function analyseClip(video: VideoDecoder, signal: AbortSignal): Promise<ClipAnalysis> {
  const size = { width: video.width, height: video.height }
  const glances: Glance[] = []
  const depths: Uint8Array[] = []
  const skies: Uint8Array[] = []
  const motion: MotionField[] = []
  const looks: PersonLook[] = []
  const samples: ClipAnalysis['samples'] = []
  const sampled = [0, video.frames >> 1, video.frames - 1]
  const every = Math.max(2, Math.ceil(video.frames / Math.min(24, Math.max(3, video.frames / 10))))
  let pace = 0
  for (let frame = 0; ; frame++) {
    signal.throwIfAborted()
    const i420 = await video.read()
    if (!i420) break
    const glance = glanceOf(i420, size, glanceSide)
    const field = frame > 0 ? estimateTrajectory(glance, glances[frame - 1]!) : still(glance)
    glances.push(glance)
    motion.push(field)
    depths.push(toBytes(estimateDepth(glance, parallaxOf(field, glance))))
    skies.push(toBytes(estimateSky(glance)))
    for (let n = 0; n < field.dx.length; n++) {
      pace += Math.hypot(field.dx[n]!, field.dy[n]!) / field.dx.length
    }
    if (sampled.includes(frame)) {
      samples.push({ frame, glance: glanceOf(i420, size, sampleSide) })
    }
    if (frame % every === 0) looks.push({ frame, picture: rgbPicture(i420, size, personSide) })
  }
  steady(depths, 0.35)
  steady(skies, 0.3)
  stretch(depths)
  const people = await trackPeople(looks, signal)
  const frames = glances.length
  const sky = skies.reduce((sum, map) => sum + meanOf(map) / 255, 0) / frames
  return { frames, glances, samples, depths, skies, motion, people, sky, pace: pace / frames }
}

const meanOf = (map: Uint8Array) => map.reduce((sum, v) => sum + v, 0) / map.length

const toBytes = ({ data }: SignalMap) =>
  Uint8Array.from(data, (v) => Math.round(255 * Math.min(1, Math.max(0, v))))

function still({ width, height }: Glance): MotionField {
  const zero = () => new Float32Array(16 * Math.max(1, Math.min(10, height, width)))
  return { columns: 16, rows: zero().length / 16, dx: zero(), dy: zero(), trust: zero() }
}

/** How much each place moves against the whole frame, spread out to the glance's size. */
function parallaxOf(field: MotionField, { width, height }: Glance): SignalMap {
  const { columns, rows, dx, dy, trust } = field
  const total = trust.reduce((sum, t) => sum + t, 1e-6)
  const mean = (d: Float32Array) => d.reduce((sum, v, n) => sum + v * trust[n]!, 0) / total
  const [mx, my] = [mean(dx), mean(dy)]
  const data = new Float32Array(width * height)
  for (let j = 0; j < height; j++) {
    const row = Math.min(rows - 1, Math.floor((j * rows) / height))
    for (let i = 0; i < width; i++) {
      const n = row * columns + Math.min(columns - 1, Math.floor((i * columns) / width))
      const off = Math.hypot(dx[n]! - mx, dy[n]! - my) * trust[n]!
      data[j * width + i] = Math.min(1, off / 0.008)
    }
  }
  return { width, height, data }
}

/** Smooths each place over time, forwards and back, so that estimates do not flicker. */
function steady(maps: readonly Uint8Array[], share: number) {
  const pass = (order: readonly Uint8Array[]) => {
    const kept = Float32Array.from(order[0] ?? [])
    for (const map of order) {
      for (let n = 0; n < map.length; n++) {
        kept[n]! += (map[n]! - kept[n]!) * share
        map[n] = Math.round(kept[n]!)
      }
    }
  }
  pass(maps)
  pass(maps.toReversed())
}

/** The nearest and the furthest twentieth of the whole clip become 0 and 255. */
function stretch(maps: readonly Uint8Array[]) {
  const counts = new Uint32Array(256)
  for (const map of maps) for (const v of map) counts[v]!++
  const total = counts.reduce((sum, c) => sum + c, 0)
  const at = (share: number) => {
    let sum = 0
    return counts.findIndex((c) => (sum += c) >= total * share)
  }
  const [low, high] = [at(0.05), at(0.95)]
  const span = Math.max(12, high - low)
  for (const map of maps) {
    for (let n = 0; n < map.length; n++) {
      map[n] = Math.min(255, Math.max(0, Math.round(((map[n]! - low) * 255) / span)))
    }
  }
}
