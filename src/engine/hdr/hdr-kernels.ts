import { loadKernels } from '../kernels/load-kernels.ts'
import { gainOf, lightOfDisplay } from './expansion.ts'
import { diffuseWhiteNit, pqOf } from './pq.ts'
import { ap0, bt2020, matrixBetween, rec709 } from './primaries.ts'
import type { Matrix } from './primaries.ts'

/** What hdr.wasm exports; pointers are byte offsets into its memory. */
type Kernels = {
  setTables(pq: number, decoded: number, gain: number, to2020: number, toAp0: number): void
  expandRows(i420: number, width: number, height: number, target: number, frame: number): void
  pqRows(
    light: number,
    width: number,
    height: number,
    target: number,
    frame: number,
    levels: number,
  ): void
  blockOf(
    light: number,
    width: number,
    row0: number,
    row1: number,
    scratch: number,
    target: number,
  ): number
}

const lumaCodes = 876
const pqSteps = 3457
const displaySteps = 4097
const gainSteps = 1025

/** Light at which a step of the kernel's signal table stands: 128 an octave from 2^-24 on. */
const lightAt = (n: number) => 2 ** (Math.floor(n / 128) - 24) * (1 + (n % 128) / 128)

function columnsOf(m: Matrix): number[] {
  return [0, 1, 2].flatMap((i) => [...m.map((row) => row[i] ?? 0), 0])
}

/** The kernels with their tables laid out from `address` on, which must be a multiple of 16. */
export async function bindHdrKernels(memory: WebAssembly.Memory, address: number) {
  const kernels = await loadKernels<Kernels>('hdr', memory)
  let next = address
  const write = (values: number[]) => {
    const at = next
    new Float32Array(memory.buffer, at, values.length).set(values)
    next += Math.ceil(values.length / 4) * 16
    return at
  }
  const steps = (count: number, of: (n: number) => number) =>
    write(Array.from({ length: count }, (_, n) => of(n)))
  kernels.setTables(
    steps(pqSteps, (n) => lumaCodes * pqOf(lightAt(n) * diffuseWhiteNit)),
    steps(displaySteps, (n) => lightOfDisplay((n * 1.25) / 4096)),
    steps(gainSteps, (n) => gainOf((n * 1.25) / 1024)),
    write(columnsOf(matrixBetween(rec709, bt2020))),
    write(columnsOf(matrixBetween(rec709, ap0))),
  )
  return kernels
}

/** Bytes the tables take. */
export const tableBytes = 65_536
