import type { FramePool } from '../frames/frame-pool.ts'
import type { Pixels } from '../reading/pixels.ts'
import type { RetouchPlan } from './retouch-maker.ts'
import { haloOf, type Step } from './step.ts'
import type { Masks } from './strip.ts'

const stripPixels = 260_000

/** Applies steps to a picture, in its own bytes, strip by strip in the pool's workers. */
export async function retouch(
  frames: FramePool,
  picture: Pixels,
  steps: readonly Step[],
  masks: Masks,
  signal: AbortSignal,
): Promise<void> {
  if (steps.length === 0) return
  const { width, height, rgb } = picture
  const halo = haloOf(steps, Math.min(width, height) / 720)
  const stripRows = Math.min(height, Math.max(16, halo, Math.round(stripPixels / width)))
  const strips = Math.ceil(height / stripRows)
  const plan: RetouchPlan = { width, height, stripRows, halo, steps, masks }
  const rowBytes = width * 3
  let above = new Uint8Array(0)
  await frames.run({
    maker: new URL('retouch-maker.ts', import.meta.url),
    init: plan,
    frames: strips,
    inputBytes: (stripRows + 2 * halo) * rowBytes,
    outputBytes: stripRows * rowBytes,
    fill(index, input) {
      const first = index * stripRows
      const end = Math.min(height, first + stripRows)
      const below = Math.min(height, end + halo)
      input.set(above)
      input.set(rgb.subarray(first * rowBytes, below * rowBytes), above.length)
      above = rgb.slice(Math.max(0, end - halo) * rowBytes, end * rowBytes)
    },
    onFrame(index, output) {
      const first = index * stripRows
      const count = Math.min(stripRows, height - first)
      rgb.set(output.subarray(0, count * rowBytes), first * rowBytes)
    },
    signal,
  })
}
