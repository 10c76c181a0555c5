import { blob, pixelX, pixelY } from './blob'
import { sine } from './curve'
import { camera, screenX, screenY, turned } from './layer'
import { scene } from './scene'

/** Draws the lights of a table: x, y, nearness, radius, r, g, b, flicker, disc, number. */
export function glowRows(
  frame: usize,
  width: i32,
  row0: i32,
  row1: i32,
  table: usize,
  count: i32,
): void {
  for (let n = 0; n < count; n++) {
    const p = table + <usize>(n * 40)
    const near = load<f32>(p, 8)
    const disc = load<f32>(p, 32)
    const f = load<f32>(p, 28)
    const own = load<f32>(p, 36)
    const beat: f32 =
      sine(turned(2.1 + (own % 5) * 0.9) + own * 2.3) * sine(turned(1.3) + own * 4.1)
    const k: f32 = 1 - f * (0.5 + 0.5 * beat)
    const colour = f32x4.mul(
      f32x4(load<f32>(p, 16), load<f32>(p, 20), load<f32>(p, 24), 0),
      f32x4.splat(k),
    )
    const drift: f32 = disc > 0 ? 0.008 * sine(turned(0.6) + own * 1.7) : 0
    const x = pixelX(screenX(load<f32>(p) + drift, near))
    const y = pixelY(screenY(load<f32>(p, 4), near))
    const r: f32 = ((load<f32>(p, 12) * (1 + camera.moveZ * near)) / scene.px) * camera.zoom
    blob(frame, width, row0, row1, x, y, r, colour, disc, 0)
  }
}
