import type { SceneSpec } from '#engine/scene/scene-spec.ts'
import { Brush, stepsOf } from './brush.ts'
import { fillMemory } from './fill-memory.ts'
import { bindKernels } from './kernels.ts'
import { planPicture } from './plan-picture.ts'
import { layOut } from './sheet.ts'
import type { Shot } from './shot.ts'
import { viewOf } from './view.ts'
import { widenPicture } from './widen-picture.ts'
import type { PaintWindow } from './view.ts'

/** Paints one spec at one size, alone in this thread. */
export type Painter = {
  /**
   * Paints a frame of the shot (0 for a still; a loop goes round) and returns it scene-linear, Rec.709 primaries, 1.0 = diffuse
   * white, at most 4: width × height × 4 floats (r, g, b, unused).
   */
  paint(frame: number): Float32Array
  /** Bytes r, g, b, 255 in sRGB; needs width × height × 4 bytes. */
  writeRgba(target: Uint8Array): void
  /** BT.709 limited range planes Y, U, V; needs width × height × 1.5 bytes, both sides even. */
  writeI420(target: Uint8Array): void
}

const page = 65_536

/**
 * Prepares a painter: bakes everything that stays the same.
 * Without `frames` a still is painted, camera at rest.
 * A `window` is painted instead of the whole frame: then its own width × height.
 */
export async function createPainter(
  spec: SceneSpec,
  size: { width: number; height: number },
  options: Partial<Shot> & { window?: PaintWindow } = {},
): Promise<Painter> {
  const { window, frames = 0, ...shot } = options
  const planned = await planPicture(spec, size)
  const view = viewOf(planned.stage, window)
  const picture = window ? widenPicture(planned, view) : planned
  const sheet = layOut(picture, view, { ...shot, frames }, 1, true)
  const bytes = view.width * view.height * 4
  const output = sheet.bytes
  const pages = Math.ceil((output + bytes) / page)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 32_768, shared: true })
  fillMemory(memory, picture, sheet)
  const brush = new Brush(await bindKernels(memory), memory, sheet, 0)
  brush.bake(false)
  const desk = sheet.desks[0]
  if (!desk) throw new Error('the sheet has no desk')
  let last = 0
  let stale = false
  const paint = (frame: number) => {
    last = frame
    stale = false
    brush.aim(frame)
    for (const step of stepsOf(sheet)) {
      if (step !== 'develop' && step !== 'finish') brush.run(step, false, null)
    }
    return Float32Array.from(new Int16Array(memory.buffer, desk.frame, bytes), (v) => v / 8192)
  }
  const write = (kind: 'rgba' | 'i420', target: Uint8Array, length: number) => {
    if (stale && sheet.look.brush) paint(last)
    stale = true
    if (target.length < length) throw new RangeError(`target holds ${target.length} of ${length}`)
    if (sheet.look.brush) brush.run('develop', false, null)
    brush.run('finish', false, { kind, address: output })
    target.set(new Uint8Array(memory.buffer, output, length))
  }
  return {
    paint,
    writeRgba: (target) => write('rgba', target, bytes),
    writeI420: (target) => write('i420', target, (bytes * 3) / 8),
  }
}
