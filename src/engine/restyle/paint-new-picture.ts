import type { Glance } from '../estimate/glance.ts'
import type { PaintPool } from '../render/paint-pool.ts'
import type { SceneSpec } from '../scene/scene-spec.ts'
import type { NewPicture } from './restyle-maker.ts'
import { fromCoded } from './yuv-colour.ts'

type Size = { width: number; height: number }

/** How much wider than the frame the picture is, so that it can move behind it. */
const overscan = 1.25
const mostPx = 2048
/** A watercolour leaves its paper bare along the edges: they are cut off. */
const bare = 0.045

/**
 * Paints the prompt's own scene, and looks at it from further away; `fineness` is its pixels a
 * side to one of the frame.
 */
export async function paintNewPicture(
  painters: PaintPool,
  spec: SceneSpec,
  frame: Size,
  signal: AbortSignal,
  fineness = 1,
): Promise<{ picture: NewPicture; glance: Glance }> {
  const scale = Math.min(overscan * fineness, mostPx / Math.max(frame.width, frame.height))
  const width = Math.max(64, Math.round(frame.width * scale))
  const height = Math.max(64, Math.round(frame.height * scale))
  const edge = spec.styles.includes('watercolour') ? bare : 0
  const across = Math.ceil(width * edge)
  const down = Math.ceil(height * edge)
  const sheet = { width: width + 2 * across, height: height + 2 * down }
  const whole = await painters.paintStill(spec, sheet, signal)
  const rgba = cut(whole, sheet.width, { left: across, top: down, width, height })
  const bytes = new Uint8Array(new SharedArrayBuffer(rgba.length))
  for (let n = 0; n < rgba.length; n += 4) {
    const [y, u, v] = fromCoded(rgba[n]! / 255, rgba[n + 1]! / 255, rgba[n + 2]! / 255)
    bytes[n] = Math.round(y)
    bytes[n + 1] = Math.round(u + 128)
    bytes[n + 2] = Math.round(v + 128)
    bytes[n + 3] = 255
  }
  const picture = { width, height, bytes, overscan }
  return { picture, glance: glanceOfPicture(picture) }
}

function glanceOfPicture({ width, height, bytes }: NewPicture): Glance {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / 128))
  const small = { width: Math.floor(width / step), height: Math.floor(height / step) }
  const plane = () => new Uint8Array(small.width * small.height)
  const glance = { ...small, y: plane(), u: plane(), v: plane() }
  for (let j = 0, o = 0; j < small.height; j++) {
    for (let i = 0; i < small.width; i++, o++) {
      const n = (j * step * width + i * step) * 4
      glance.y[o] = bytes[n]!
      glance.u[o] = bytes[n + 1]!
      glance.v[o] = bytes[n + 2]!
    }
  }
  return glance
}

function cut(rgba: Uint8Array, pitch: number, area: Size & { left: number; top: number }) {
  const { left, top, width, height } = area
  if (pitch === width) return rgba
  const part = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * pitch + left) * 4
    part.set(rgba.subarray(from, from + width * 4), y * width * 4)
  }
  return part
}
