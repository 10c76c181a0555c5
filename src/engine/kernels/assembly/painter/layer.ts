import { cosine, most, sine } from './curve'

export const TURN: f32 = 6.2831855

/** One row of the layer table (32 words): where the texture lies and how it moves. */
export const LAYER_BYTES: usize = 128

export function word(table: usize, layer: i32, i: i32): i32 {
  return load<i32>(table + <usize>layer * LAYER_BYTES + ((<usize>i) << 2))
}

export function real(table: usize, layer: i32, i: i32): f32 {
  return load<f32>(table + <usize>layer * LAYER_BYTES + ((<usize>i) << 2))
}

/** Where the lens is: turned, moved sideways and up, moved in, zoomed. */
export class camera {
  static turnX: f32 = 0
  static turnY: f32 = 0
  static moveX: f32 = 0
  static moveY: f32 = 0
  static moveZ: f32 = 0
  static zoom: f32 = 1
  static time: f32 = 0
  static frame: i32 = 0
}

export function setCamera(
  turnX: f32,
  turnY: f32,
  moveX: f32,
  moveY: f32,
  moveZ: f32,
  zoom: f32,
  time: f32,
  frame: i32,
): void {
  camera.turnX = turnX
  camera.turnY = turnY
  camera.moveX = moveX
  camera.moveY = moveY
  camera.moveZ = moveZ
  camera.zoom = zoom
  camera.time = time
  camera.frame = frame
}

/** A clip whose end meets its beginning: length in seconds (0 is none) and where it stands, 0..1. */
export class loop {
  static period: f32 = 0
  static place: f32 = 0
  /** Loose things (rain, grain) are a little weaker at the seam. */
  static ease: f32 = 1
}

export function setLoop(period: f32, place: f32): void {
  loop.period = period
  loop.place = place
  loop.ease = period > 0 ? 1 - 0.06 * (1 + cosine(place * TURN)) : 1
}

/** Radians gone by at `rate` radians a second; a loop sees whole turns. */
export function turned(rate: f32): f32 {
  if (loop.period == 0) return camera.time * rate
  const unit: f32 = TURN / loop.period
  return camera.time * most(nearest<f32>(rate / unit), 1) * unit
}

/** Radians gone by at a slow rate; a loop swings there and back instead. */
export function swung(rate: f32, lead: f32): f32 {
  if (loop.period == 0) return camera.time * rate
  return ((rate * loop.period) / 4) * sine(loop.place * TURN + lead)
}

export function sourceX(x: f32, nearness: f32): f32 {
  return (x / camera.zoom + camera.turnX) / (1 + camera.moveZ * nearness) + camera.moveX * nearness
}

export function sourceY(y: f32, nearness: f32): f32 {
  return (y / camera.zoom + camera.turnY) / (1 + camera.moveZ * nearness) + camera.moveY * nearness
}

/** How near a thing has come that was `near` before the lens moved in. */
export function nearNow(near: f32): f32 {
  return near / most(1 - camera.moveZ * near, 0.25)
}

/** Screen place of a point given where it stands at rest. */
export function screenX(x: f32, near: f32): f32 {
  return (
    ((x - camera.moveX * near) * (1 + camera.moveZ * nearNow(near)) - camera.turnX) * camera.zoom
  )
}

export function screenY(y: f32, near: f32): f32 {
  return (
    ((y - camera.moveY * near) * (1 + camera.moveZ * nearNow(near)) - camera.turnY) * camera.zoom
  )
}
