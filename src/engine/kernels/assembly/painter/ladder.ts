import { most } from './curve'
import { scene } from './scene'

/** Six soft values of one column, painted at rungs and straight between them. */
export class ladder {
  static a: f32 = 0
  static b: f32 = 0
  static c: f32 = 0
  static d: f32 = 0
  static e: f32 = 0
  static f: f32 = 0
}

class lower {
  static a: f32 = 0
  static b: f32 = 0
  static c: f32 = 0
  static d: f32 = 0
  static e: f32 = 0
  static f: f32 = 0
}

class upper {
  static a: f32 = 0
  static b: f32 = 0
  static c: f32 = 0
  static d: f32 = 0
  static e: f32 = 0
  static f: f32 = 0
}

class last {
  static x: f32 = -1e9
  static key: i32 = -1
  static seed: i32 = -1
  static rung: f32 = 0
}

function keepLower(): void {
  lower.a = ladder.a
  lower.b = ladder.b
  lower.c = ladder.c
  lower.d = ladder.d
  lower.e = ladder.e
  lower.f = ladder.f
}

function keepUpper(): void {
  upper.a = ladder.a
  upper.b = ladder.b
  upper.c = ladder.c
  upper.d = ladder.d
  upper.e = ladder.e
  upper.f = ladder.f
}

function lift(): void {
  upper.a = lower.a
  upper.b = lower.b
  upper.c = lower.c
  upper.d = lower.d
  upper.e = lower.e
  upper.f = lower.f
}

/**
 * Leaves in the ladder what `paint` would, for a field so soft that every eighth row will do.
 * Rungs lie at fixed heights, so the answer does not depend on where a tile begins.
 */
export function climb(x: f32, y: f32, key: i32, paint: (x: f32, y: f32) => void): void {
  const step: f32 = most(0.0036, scene.px * 4)
  const at: f32 = y / step
  const rung = floor<f32>(at)
  const same = x == last.x && key == last.key && scene.seed == last.seed
  if (!same || rung != last.rung) {
    if (same && rung == last.rung - 1) lift()
    else {
      paint(x, (rung + 1) * step)
      keepUpper()
    }
    paint(x, rung * step)
    keepLower()
    last.x = x
    last.key = key
    last.seed = scene.seed
    last.rung = rung
  }
  const t: f32 = at - rung
  ladder.a = lower.a + (upper.a - lower.a) * t
  ladder.b = lower.b + (upper.b - lower.b) * t
  ladder.c = lower.c + (upper.c - lower.c) * t
  ladder.d = lower.d + (upper.d - lower.d) * t
  ladder.e = lower.e + (upper.e - lower.e) * t
  ladder.f = lower.f + (upper.f - lower.f) * t
}
