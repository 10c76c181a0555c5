import { loadKernels } from '../kernels/load-kernels.ts'

/** What reframe.wasm exports; pointers are byte offsets into its memory. */
export type ReframeKernels = {
  acrossRows(
    source: number,
    pitch: number,
    rows: number,
    target: number,
    outW: number,
    first: number,
    weights: number,
    taps: number,
  ): void
  downRows(
    lines: number,
    width: number,
    target: number,
    pitch: number,
    rows: number,
    first: number,
    weights: number,
    taps: number,
  ): void
  halve(source: number, width: number, height: number, target: number, line: number): void
  setPlane(plan: number): void
  setPyramid(
    table: number,
    count: number,
    levels: number,
    softness: number,
    turned: number,
    grade: number,
  ): void
  mirrorRows(target: number, row0: number, row1: number): void
  setRim(table: number, count: number, levels: number, strength: number, reach: number): void
  membraneRows(target: number, row0: number, row1: number): void
}

const page = 65_536

/** The kernels with a memory of their own, from which room is given out and never taken back. */
export class ReframeRoom {
  readonly kernels: ReframeKernels
  readonly #memory: WebAssembly.Memory
  #next = page

  constructor(kernels: ReframeKernels, memory: WebAssembly.Memory) {
    this.kernels = kernels
    this.#memory = memory
  }

  /** Room for this many bytes and a little more that may be read beyond them. */
  reserve(bytes: number): number {
    const address = this.#next
    this.#next += Math.ceil((bytes + 128) / 64) * 64
    const missing = Math.ceil(this.#next / page) - this.#memory.buffer.byteLength / page
    if (missing > 0) this.#memory.grow(missing)
    return address
  }

  keep(values: Float32Array | Int32Array | Int16Array): number {
    const address = this.reserve(values.byteLength)
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    this.bytes(address, values.byteLength).set(bytes)
    return address
  }

  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, address, length)
  }

  floats(address: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, address, length)
  }
}

export async function openReframeRoom(): Promise<ReframeRoom> {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 32_768 })
  return new ReframeRoom(await loadKernels<ReframeKernels>('reframe', memory), memory)
}
