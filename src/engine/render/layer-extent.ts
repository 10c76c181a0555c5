import type { CameraPose } from './camera-path.ts'
import type { Layer } from './layer.ts'
import type { Picture } from './picture.ts'
import type { Shot } from './shot.ts'
import { bottomOf, rightOf } from './view.ts'
import type { View } from './view.ts'

export type Extent = { left: number; right: number; top: number; bottom: number }

/** As the kernel has it. */
function nearnessAt(layer: Layer, x: number, y: number, pose: CameraPose): number {
  const { near, floor = 0, ceiling = 0, side = 0 } = layer
  const u = x / pose.zoom + pose.turnX
  const v = y / pose.zoom + pose.turnY
  const aside = u > 0 ? -pose.moveX : pose.moveX
  return Math.max(
    near / Math.max(1 - pose.moveZ * near, 0.25),
    (floor * -v) / Math.max(1 + pose.moveY * floor, 0.3),
    (ceiling * v) / Math.max(1 - pose.moveY * ceiling, 0.3),
    (side * Math.abs(u)) / Math.max(1 + aside * side, 0.3),
  )
}

const within = (v: number, a: number, b: number) => Math.min(Math.max(v, a), b)

/** How far a layer drifts, least and most. */
function travel({ drift = 0 }: Layer, { frames, from = 0, loop }: Shot): [number, number] {
  const ends = loop ? [-frames / 96, frames / 96] : [from / 24, (from + frames) / 24]
  const places = ends.map((seconds) => drift * seconds)
  return [Math.min(...places), Math.max(...places)]
}

/** What the camera sees of a layer over the whole clip. */
export function seen(
  layer: Layer,
  picture: Picture,
  view: View,
  poses: readonly CameraPose[],
  shot: Shot,
): Extent {
  const { left, top, px } = view
  const right = rightOf(view)
  const bottom = bottomOf(view)
  const out: Extent = { left: 1e9, right: -1e9, top: -1e9, bottom: 1e9 }
  for (const pose of poses) {
    for (const x of [left, within(0, left, right), right]) {
      for (const y of [top, top / 2, within(0, bottom, top), bottom / 2, bottom]) {
        const n = nearnessAt(layer, x, y, pose)
        const sx = (x / pose.zoom + pose.turnX) / (1 + pose.moveZ * n) + pose.moveX * n
        const sy = (y / pose.zoom + pose.turnY) / (1 + pose.moveZ * n) + pose.moveY * n
        out.left = Math.min(out.left, sx)
        out.right = Math.max(out.right, sx)
        out.top = Math.max(out.top, sy)
        out.bottom = Math.min(out.bottom, sy)
      }
    }
  }
  if (picture.water?.mirror === 0 && !layer.front) {
    const dip = poses.map((pose) => pose.moveY * nearnessAt(layer, 0, 0, pose))
    out.bottom = Math.max(out.bottom, Math.min(...dip) - 4 * px)
  }
  const [from, to] = travel(layer, shot)
  const rock = (layer.sway?.amount ?? 0) * 0.7 + (layer.bob?.x ?? 0)
  const rise = layer.bob?.y ?? 0
  // Texels lie where the frame's pixels lie at rest, in every shot of the scene.
  const column = (x: number) => Math.floor(x / px) * px
  const row = (y: number) => top + Math.ceil((y - top) / px - 1e-6) * px
  return {
    left: column(Math.max(out.left - to - rock, layer.left ?? -1e9) - 2 * px),
    right: Math.min(out.right - from + rock, layer.right ?? 1e9) + 2 * px,
    top: row(Math.min(out.top + rise, layer.top ?? 1e9) + 2 * px),
    bottom: Math.max(out.bottom - rise, layer.bottom ?? -1e9) - 2 * px,
  }
}

/** Moves an extent outwards onto the texels of another, so that a window repeats the frame's own. */
export function onTexels(extent: Extent, { left, top }: Extent, px: number): Extent {
  return {
    ...extent,
    left: left - Math.ceil((left - extent.left) / px - 1e-6) * px,
    top: top + Math.ceil((extent.top - top) / px - 1e-6) * px,
  }
}

/** The whole texels of a still's layer: the camera rests, so they are the frame's own pixels. */
export function onGrid(layer: Layer, view: View): Extent {
  const { top, width, height, px } = view
  const left = Math.floor(((layer.left ?? -1e9) - view.left) / px)
  const right = Math.ceil(((layer.right ?? 1e9) - view.left) / px)
  const first = Math.floor((top - (layer.top ?? 1e9)) / px)
  const last = Math.ceil((top - (layer.bottom ?? -1e9)) / px)
  const i0 = Math.min(Math.max(left, 0), width - 2)
  const j0 = Math.min(Math.max(first, 0), height - 2)
  return {
    left: i0 * px + view.left,
    right: Math.max(Math.min(right, width), i0 + 2) * px + view.left,
    top: top - j0 * px,
    bottom: top - Math.max(Math.min(last, height), j0 + 2) * px,
  }
}
