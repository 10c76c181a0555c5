import type { SceneSpec } from '#engine/scene/scene-spec.ts'
import { lightSteps } from '../hdr/light-curve.ts'
import { cameraPose } from './camera-path.ts'
import type { CameraPose } from './camera-path.ts'
import { look } from './look.ts'
import type { Look } from './look.ts'
import type { Layer } from './layer.ts'
import type { Picture } from './picture.ts'
import { bottomOf, rightOf, viewOf } from './view.ts'
import type { View } from './view.ts'

/** A layer with its texture's place in the shared memory. */
export type SheetLayer = Omit<Layer, 'sprite'> & {
  baked: boolean
  texture: number
  rows: number
  width: number
  height: number
  originX: number
  originY: number
  step: number
}

/** Buffers of one worker; a still's frame, display and glow are the same for all. */
export type Desk = {
  table: number
  frame: number
  display: number
  glow: number
  /** One byte a pixel of a tile: hidden by what is nearer (stills). */
  mask: number
  /** Where this desk's own textures begin; the layers' addresses of a still count from here. */
  scratch: number
}

/** A picture as plain numbers and addresses: all a worker needs besides the memory itself. */
export type Sheet = {
  width: number
  height: number
  view: View
  shader: number
  seconds: number
  frames: number
  camera: SceneSpec['camera']
  seed: number
  layers: SheetLayer[]
  frontFrom: number
  params: number
  tones: number
  /** Tables of the light to show, or 0 when nobody asks for light. */
  light: number
  /** A counter for each step whose tiles are shared out, i32. */
  claims: number
  waves: number
  glows: number
  glowCount: number
  glowsBehind: boolean
  output: number
  glowW: number
  glowH: number
  /** Share of the way a blur of the glow goes at each of its pixels. */
  glowStep: number
  water: Picture['water']
  particles: Picture['particles']
  rays: Picture['rays']
  flow: Picture['flow']
  look: Look
  desks: Desk[]
  bytes: number
}

/** Rows of a tile, the piece of work that is shared out. */
export const tile = 32

type Extent = { left: number; right: number; top: number; bottom: number }

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

/** What the camera sees of a layer over the whole clip. */
function seen(
  layer: Layer,
  picture: Picture,
  view: View,
  poses: CameraPose[],
  seconds: number,
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
  const travel = (layer.drift ?? 0) * seconds
  const rock = (layer.sway?.amount ?? 0) * 0.7 + (layer.bob?.x ?? 0)
  const rise = layer.bob?.y ?? 0
  return {
    left: Math.max(out.left - Math.max(travel, 0) - rock, layer.left ?? -1e9) - 2 * px,
    right: Math.min(out.right - Math.min(travel, 0) + rock, layer.right ?? 1e9) + 2 * px,
    top: Math.min(out.top + rise, layer.top ?? 1e9) + 2 * px,
    bottom: Math.max(out.bottom - rise, layer.bottom ?? -1e9) - 2 * px,
  }
}

/** Moves an extent outwards onto the texels of another, so that a window repeats the frame's own. */
function onTexels(extent: Extent, { left, top }: Extent, px: number): Extent {
  return {
    ...extent,
    left: left - Math.ceil((left - extent.left) / px - 1e-6) * px,
    top: top + Math.ceil((extent.top - top) / px - 1e-6) * px,
  }
}

/** The whole texels of a still's layer: the camera rests, so they are the frame's own pixels. */
function onGrid(layer: Layer, view: View): Extent {
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

/**
 * Gives every buffer its place. `frames` of 0 is a still; `apart` keeps the linear frame; `lit`
 * makes room for the light to show beside the display values.
 */
export function layOut(
  picture: Picture,
  view: View,
  frames: number,
  desks: number,
  apart: boolean,
  lit = false,
): Sheet {
  const { spec } = picture.stage
  const { width, height, px } = view
  let next = 65_536
  const reserve = (bytes: number) => {
    const address = next
    next += Math.ceil(bytes / 64) * 64
    return address
  }
  const still = frames === 0
  let carved = 0
  const carve = (bytes: number) => {
    const offset = carved
    carved += Math.ceil(bytes / 64) * 64
    return offset
  }
  const seconds = frames / 24
  const poses: CameraPose[] = []
  for (let i = 0; i <= 24; i++) {
    poses.push(
      cameraPose(frames > 0 ? spec.camera : { move: 'static', amount: 0 }, i / 24, seconds),
    )
  }
  const order = [
    ...picture.layers.filter((l) => !l.front),
    ...picture.layers.filter((l) => l.front),
  ]
  const params = reserve(1024)
  const tones = reserve(3 * 16_384 * 2)
  const light = lit ? reserve(3 * lightSteps * 2) : 0
  const claims = reserve(64)
  const waves = picture.water || picture.rays ? reserve(128 * 129 * 8) : 0
  const glows = reserve(picture.glows.length * 40)
  const whole = viewOf(picture.stage)
  const seenFrom = (layer: Layer) =>
    onTexels(
      seen(layer, picture, view, poses, seconds),
      seen(layer, picture, whole, poses, seconds),
      px,
    )
  const layers = order.map((layer): SheetLayer => {
    const { sprite, ...rest } = layer
    if (sprite) {
      return {
        ...rest,
        baked: false,
        texture: reserve(sprite.width * sprite.height * 8 + 64),
        rows: reserve(sprite.height * 12),
        width: sprite.width,
        height: sprite.height,
        originX: sprite.left,
        originY: sprite.top,
        step: sprite.step,
      }
    }
    const e = still ? onGrid(layer, view) : seenFrom(layer)
    const w = Math.max(2, Math.ceil((e.right - e.left) / px - 1e-3))
    const h = Math.max(2, Math.ceil((e.top - e.bottom) / px - 1e-3))
    const rows = still ? tile + 2 : h
    const room = still ? carve : reserve
    return {
      ...rest,
      baked: true,
      texture: room(w * rows * 8 + 64),
      rows: room(rows * 12),
      width: w,
      height: h,
      originX: e.left,
      originY: e.top,
      step: px,
    }
  })
  const grading = look(spec, picture.exposure)
  const glowW = Math.max(2, Math.ceil(width / 8))
  const glowH = Math.max(2, Math.ceil(height / 8))
  const second = apart || grading.brush !== null
  const makePage = () => {
    const frame = reserve(width * height * 8 + 64)
    return {
      frame,
      display: second ? reserve(width * height * 8 + 64) : frame,
      glow: reserve(glowW * glowH * 16),
    }
  }
  const shared = still ? makePage() : null
  const makeDesk = (): Desk => ({
    ...(shared ?? makePage()),
    table: reserve(layers.length * 128 + 128),
    mask: reserve(still ? width * (tile + 2) : 0),
    scratch: reserve(carved),
  })
  return {
    width,
    height,
    view,
    shader: picture.shader,
    seconds,
    frames,
    camera: spec.camera,
    seed: spec.seed,
    layers,
    frontFrom: picture.layers.filter((l) => !l.front).length,
    params,
    tones,
    light,
    claims,
    waves,
    glows,
    glowCount: picture.glows.length,
    glowsBehind: picture.glowsBehind,
    output: reserve(frames > 0 ? 0 : width * height * 4),
    glowW,
    glowH,
    glowStep: 1 - 0.78 ** (px / picture.stage.px),
    water: picture.water,
    particles: picture.particles,
    rays: picture.rays,
    flow: picture.flow,
    look: grading,
    desks: Array.from({ length: desks }, makeDesk),
    bytes: next,
  }
}
