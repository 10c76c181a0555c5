import { boxMean } from '../estimate/box-mean.ts'
import { estimateNormals } from '../estimate/estimate-normals.ts'
import type { Glance, SignalMap } from '../estimate/glance.ts'
import { guidedFilter } from '../estimate/guided-filter.ts'
import type { ClipAnalysis } from './clip-analysis.ts'
import type { Controls } from './edit-plan.ts'
import { mapPlanes } from './frame-input.ts'
import { driftAt, type Drift } from './motion-chain.ts'
import { noiseTile, tileSide } from './noise-tile.ts'
import { bodyMask, faceMask } from './person-mask.ts'

/** Luma variance that counts as flat when a map is fitted to the picture's edges. */
const softness = 90

export type FrameDrifts = {
  /** Of the new picture behind: a place of the frame to where it is taken from. */
  picture: (x: number, y: number) => [number, number]
  guideA: Drift | null
  guideB: Drift | null
}

/** Fills what a worker needs to know of one frame, place by place (see `mapPlanes`). */
export function frameMaps(clip: ClipAnalysis, controls: Controls, seed: number) {
  const { width, height } = clip.glances[0]!
  const size = { width, height }
  const plane = width * height * 4
  const noise = noiseTile(seed)
  const swing = (i: number, j: number, c: number) =>
    noise[(((j * 3) % tileSide) * tileSide + ((i * 3) % tileSide)) * 4 + c]! - 0.5

  function keptAt(frame: number): SignalMap | null {
    const pose = clip.people.poseAt(frame)
    const face = clip.people.faceAt(frame)
    const kept = new Float32Array(width * height)
    const { pose: body } = controls
    if (body.on && pose) {
      const coarse = body.strength === 'coarse'
      const mask = bodyMask(pose, size, coarse ? 1.7 : 1.25)
      const r = Math.round(width / 24)
      const { data } = coarse ? boxMean(mask, r) : mask
      for (let n = 0; n < kept.length; n++) kept[n] = data[n]! * (coarse ? 0.72 : 1)
    }
    if (face) {
      const { data } = faceMask(face, size)
      for (let n = 0; n < kept.length; n++) {
        if (controls.face.on) kept[n] = Math.max(kept[n]!, data[n]!)
        else kept[n]! *= 1 - 0.95 * data[n]!
      }
    }
    return (body.on && pose) || (controls.face.on && face) ? { ...size, data: kept } : null
  }

  return (frame: number, drifts: FrameDrifts, maps: Float32Array) => {
    const glance = clip.glances[frame]!
    const fit = guidedFilter(glance, Math.round(width / 22), softness)
    const depth = unitMap(clip.depths[frame]!, size)
    const { blur } = controls.depth
    const r = Math.round(blur * width * 0.22)
    const blurred = r > 0 ? boxMean(boxMean(depth, r), r) : depth
    const lines = fit(depth)
    const skyLines = fit(unitMap(clip.skies[frame]!, size))
    const normals = estimateNormals(glance, depth)
    const luma = boxMean({ ...size, data: Float32Array.from(glance.y) }, Math.round(width / 14))
    const mask = keptAt(frame)
    const kept = mask && snapped(mask, glance)
    writePicture(drifts.picture, maps.subarray(plane), size)
    const lean = controls.normals.augmentation * 1.6
    for (let j = 0, n = 0; j < height; j++) {
      const y = (j + 0.5) / height
      for (let i = 0; i < width; i++, n++) {
        const x = (i + 0.5) / width
        const o = n * 4
        maps[o] = lines.slope.data[n]! * (1 - blur)
        maps[o + 1] = lines.base.data[n]! * (1 - blur) + blurred.data[n]! * blur
        maps[o + 2] = skyLines.slope.data[n]!
        maps[o + 3] = skyLines.base.data[n]!
        maps[plane + o] = normals.x.data[n]! + (lean > 0 ? lean * swing(i, j, 1) : 0)
        maps[plane + o + 1] = normals.y.data[n]! + (lean > 0 ? lean * swing(j, i, 1) : 0)
        maps[2 * plane + o] = kept?.data[n] ?? 0
        maps[2 * plane + o + 1] = luma.data[n]!
        if (!drifts.guideA && !drifts.guideB) continue
        writeDrift(maps, (mapPlanes - 1) * plane + o, drifts.guideA, x, y)
        writeDrift(maps, (mapPlanes - 1) * plane + o + 2, drifts.guideB, x, y)
      }
    }
  }
}

const coarse = 6

/** The picture's displacement, looked up every few pixels and drawn straight in between. */
function writePicture(
  drift: FrameDrifts['picture'],
  maps: Float32Array,
  { width, height }: { width: number; height: number },
) {
  const columns = Math.ceil(width / coarse) + 1
  const rowOf = (row: number) =>
    Array.from({ length: columns }, (_, i) =>
      drift((i * coarse + 0.5) / width, (row * coarse + 0.5) / height),
    )
  let [above, below] = [rowOf(0), rowOf(0)]
  for (let j = 0; j < height; j++) {
    if (j % coarse === 0) [above, below] = [below, rowOf(j / coarse + 1)]
    const t = (j % coarse) / coarse
    for (let i = 0; i < width; i++) {
      const n = Math.floor(i / coarse)
      const s = (i % coarse) / coarse
      const o = (j * width + i) * 4
      for (let c = 0; c < 2; c++) {
        const top = above[n]![c]! + (above[n + 1]![c]! - above[n]![c]!) * s
        const low = below[n]![c]! + (below[n + 1]![c]! - below[n]![c]!) * s
        maps[o + 2 + c] = top + (low - top) * t
      }
    }
  }
}

function writeDrift(maps: Float32Array, at: number, drift: Drift | null, x: number, y: number) {
  const [dx, dy] = drift ? driftAt(drift, x, y) : [0, 0]
  maps[at] = dx
  maps[at + 1] = dy
}

const unitMap = (bytes: Uint8Array, size: { width: number; height: number }): SignalMap => {
  const data = new Float32Array(bytes.length)
  for (let n = 0; n < data.length; n++) data[n] = bytes[n]! / 255
  return { ...size, data }
}

/** A mask drawn to the edges of its picture. */
function snapped(mask: SignalMap, glance: Glance): SignalMap {
  const { slope, base } = guidedFilter(glance, Math.round(mask.width / 40), softness)(mask)
  const data = new Float32Array(mask.data.length)
  for (let n = 0; n < data.length; n++) {
    data[n] = Math.min(1, Math.max(0, slope.data[n]! * glance.y[n]! + base.data[n]!))
  }
  return { ...mask, data }
}
