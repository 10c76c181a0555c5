import { writeDisplay, labOf } from '../../reading/oklab.ts'
import { loadKernels } from '../../kernels/load-kernels.ts'
import type { Kernels } from '../../render/kernels.ts'
import { blankPicture } from '../../render/picture.ts'
import { sampleSpec } from '../../render/sample-spec.ts'
import { sceneParams } from '../../render/scene-params.ts'
import { setStage } from '../../render/stage.ts'
import { viewOf } from '../../render/view.ts'
import { brushKinds } from '../../render/look.ts'
import type { Strip } from '../strip.ts'

export type BrushStep = {
  do: 'brush'
  kind: (typeof brushKinds)[number]
  /** Of the paper, display 0…1. */
  paper: readonly [number, number, number]
}

/** How far a stroke reaches, 1/720 of the shorter side. */
const reach = 18
export const brushHalo = (unit: number) => Math.ceil(reach * unit) + 4

const page = 65_536
const params = 65_536 * 15
const heap = 65_536 * 16

/** What the strokes know of a scene: only how large the frame is. */
function wholeFrame(width: number, height: number): Float32Array {
  const size = { width, height }
  const stage = setStage(sampleSpec('landscape'), size, 0.5)
  return sceneParams(blankPicture(stage, 0), viewOf(stage))
}

/** Redraws strips by hand with the painter's own strokes. */
export type BrushDesk = { draw(strip: Strip, step: BrushStep): void }

/**
 * A desk for strips of at most so many pixels. Shared memory that grows later is not seen at once by
 * the kernels of the same thread, so it has its size from the start.
 */
export async function openBrush(mostPixels: number): Promise<BrushDesk> {
  const pages = Math.ceil((heap + 16 * mostPixels) / page)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  const kernels = await loadKernels<Kernels>('painter', memory)
  return { draw: (strip, step) => draw(kernels, memory, strip, step) }
}

function draw(kernels: Kernels, memory: WebAssembly.Memory, strip: Strip, step: BrushStep): void {
  const { width, height, row0, rows, lab } = strip
  new Float32Array(memory.buffer, params, 256).set(wholeFrame(width, height))
  kernels.setScene(params)
  const bytes = width * rows * 8
  const source = new Uint16Array(memory.buffer, heap, width * rows * 4)
  const shown = new Float32Array(3)
  for (let p = 0; p < width * rows; p++) {
    writeDisplay(lab[p * 3]!, lab[p * 3 + 1]!, lab[p * 3 + 2]!, shown, 0)
    source[p * 4] = shown[0]! * 64
    source[p * 4 + 1] = shown[1]! * 64
    source[p * 4 + 2] = shown[2]! * 64
  }
  const above = row0 * width * 8
  const number = brushKinds.indexOf(step.kind) + 1
  const from = heap - above
  const to = heap + bytes - above
  const halo = brushHalo(strip.unit)
  const first = row0 === 0 ? 0 : Math.min(rows, halo)
  const last = row0 + rows >= height ? rows : Math.max(first, rows - halo)
  kernels.styliseRows(from, width, height, row0 + first, row0 + last, to, number, ...step.paper)
  const drawn = new Uint16Array(memory.buffer, heap + bytes, width * rows * 4)
  const rgb = new Uint8Array(width * rows * 3)
  for (let p = first * width; p < last * width; p++) {
    for (let c = 0; c < 3; c++) rgb[p * 3 + c] = Math.min(255, (drawn[p * 4 + c]! + 32) >> 6)
  }
  const span = rgb.subarray(first * width * 3, last * width * 3)
  labOf(span, lab.subarray(first * width * 3, last * width * 3))
}
