import type { Size } from '#contract/size.ts'
import { loadKernels } from '../kernels/load-kernels.ts'
import { i420Bytes, planesOf } from './i420-planes.ts'
import { meshOf } from './mesh.ts'

type Kernels = {
  buildTaps(target: number): void
  warpRows(
    source: number,
    pitch: number,
    width: number,
    height: number,
    row0: number,
    row1: number,
    shifts: number,
    columns: number,
    plane: number,
    cell: number,
    scale: number,
    taps: number,
    target: number,
  ): void
  blendRows(
    first: number,
    second: number,
    width: number,
    row0: number,
    row1: number,
    weights: number,
    columns: number,
    cell: number,
    line: number,
    target: number,
  ): void
}

/** Pixels of mirrored border around every plane of a source; the kernel's own number. */
const border = 32

const mirrored = (at: number, length: number) => {
  const turned = at < 0 ? -1 - at : at >= length ? 2 * length - 1 - at : at
  return Math.min(length - 1, Math.max(0, turned))
}

/** Two sources, drawn shifted and mixed; one for each worker. */
export type WarpDesk = {
  /** Makes an I420 picture the source of a slot, unless it is there already under this key. */
  load(slot: 0 | 1, key: number, i420: Uint8Array): void
  /** Draws a slot's source: the picture is read at (x, y) + shift; all dx in pixels, then all dy. */
  draw(slot: 0 | 1, shifts: Float32Array): void
  /** Mixes slot 1 into slot 0 by its share 0…1 at the nodes. */
  blend(weights: Float32Array): void
  /** The picture drawn into slot 0, valid until the next draw. */
  picture(): Uint8Array
}

export async function openWarpDesk(size: Size): Promise<WarpDesk> {
  const planes = planesOf(size)
  const mesh = meshOf(size)
  let end = 1024
  const room = (bytes: number) => {
    const at = end
    end += Math.ceil(bytes / 64) * 64
    return at
  }
  const taps = room(4096)
  const line = room(size.width * 2 + 64)
  const shifts = room(mesh.nodes * 8)
  const weights = room(mesh.nodes * 4)
  const slots = [0, 1].map(() => ({
    key: -1,
    sources: planes.map(({ width, height }) => {
      const pitch = width + 2 * border
      const start = room(pitch * (height + 2 * border) + 64)
      return { start, pitch, origin: start + border * pitch + border }
    }),
    output: room(i420Bytes(size) + 64),
  }))
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / 65_536), maximum: 32_768 })
  const kernels = await loadKernels<Kernels>('morph', memory)
  kernels.buildTaps(taps)
  const bytes = new Uint8Array(memory.buffer)
  const reals = new Float32Array(memory.buffer)

  return {
    load(slot, key, i420) {
      const { sources, key: held } = slots[slot]!
      if (held === key) return
      slots[slot]!.key = key
      for (const [n, { width, height, start: from }] of planes.entries()) {
        const { start, pitch } = sources[n]!
        for (let j = -border; j < height + border; j++) {
          const row = from + mirrored(j, height) * width
          const to = start + (j + border) * pitch
          bytes.set(i420.subarray(row, row + width), to + border)
          for (let i = 0; i < border; i++) {
            bytes[to + i] = i420[row + mirrored(i - border, width)]!
            bytes[to + border + width + i] = i420[row + mirrored(width + i, width)]!
          }
        }
      }
    },
    draw(slot, given) {
      reals.set(given, shifts / 4)
      const { sources, output } = slots[slot]!
      for (const [n, { width, height, start }] of planes.entries()) {
        const { pitch, origin } = sources[n]!
        kernels.warpRows(
          origin,
          pitch,
          width,
          height,
          0,
          height,
          shifts,
          mesh.columns,
          mesh.nodes,
          n === 0 ? 3 : 2,
          n === 0 ? 1 : 0.5,
          taps,
          output + start,
        )
      }
    },
    blend(shares) {
      reals.set(shares, weights / 4)
      const [first, second] = [slots[0]!.output, slots[1]!.output]
      for (const [n, { width, height, start }] of planes.entries()) {
        const cell = n === 0 ? 3 : 2
        const [a, b] = [first + start, second + start]
        kernels.blendRows(a, b, width, 0, height, weights, mesh.columns, cell, line, a)
      }
    },
    picture() {
      const at = slots[0]!.output
      return bytes.subarray(at, at + i420Bytes(size))
    },
  }
}
