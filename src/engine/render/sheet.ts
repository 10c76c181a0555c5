import { lightSteps } from '../hdr/light-curve.ts'
import type { CameraPose } from './camera-path.ts'
import { cameraTrack } from './camera-track.ts'
import { onGrid, onTexels, seen } from './layer-extent.ts'
import { look } from './look.ts'
import type { Look } from './look.ts'
import type { Layer } from './layer.ts'
import type { Picture } from './picture.ts'
import type { Shot } from './shot.ts'
import { viewOf } from './view.ts'
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
  /** The waves as this desk's frame has them, in a loop; else they only wander. */
  waves: number
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
  shot: Shot
  /** The camera in every frame of the shot. */
  track: CameraPose[]
  seed: number
  layers: SheetLayer[]
  frontFrom: number
  params: number
  tones: number
  /** Tables from light straight to Y, U, V for a clip without a brush, 0 for others. */
  inks: number
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

/**
 * Gives every buffer its place. `apart` keeps the linear frame; `lit` makes room for the light to
 * show beside the display values.
 */
export function layOut(
  picture: Picture,
  view: View,
  shot: Shot,
  desks: number,
  apart: boolean,
  lit = false,
): Sheet {
  const { frames } = shot
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
  const track = cameraTrack(spec.camera, shot)
  const order = [
    ...picture.layers.filter((l) => !l.front),
    ...picture.layers.filter((l) => l.front),
  ]
  const params = reserve(1024)
  const tones = reserve(3 * 16_384 * 2)
  const grading = look(spec, picture.exposure)
  const inks = still || grading.brush ? 0 : reserve(3 * 16_384 * 8)
  const light = lit ? reserve(3 * lightSteps * 2) : 0
  const claims = reserve(64)
  const makeWaves = () => (picture.water || picture.rays ? reserve(128 * 129 * 8) : 0)
  const waves = makeWaves()
  const glows = reserve(picture.glows.length * 40)
  const whole = viewOf(picture.stage)
  const seenFrom = (layer: Layer) =>
    onTexels(seen(layer, picture, view, track, shot), seen(layer, picture, whole, track, shot), px)
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
  const glowW = Math.max(2, Math.ceil(width / 8))
  const glowH = Math.max(2, Math.ceil(height / 8))
  const second = apart || lit || grading.brush !== null
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
    waves: shot.loop ? makeWaves() : waves,
    table: reserve(layers.length * 128 + 128),
    mask: reserve(still ? width * (tile + 2) : 0),
    scratch: reserve(carved),
  })
  return {
    width,
    height,
    view,
    shader: picture.shader,
    shot,
    track,
    seed: spec.seed,
    layers,
    frontFrom: picture.layers.filter((l) => !l.front).length,
    params,
    tones,
    inks,
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
