import { bindHdrKernels, tableBytes } from './hdr-kernels.ts'
import { diffuseWhiteNit } from './pq.ts'

type Size = { width: number; height: number }

/** One frame in the encoder's form, and how bright it is. */
export type HdrFrame = {
  /** Y, U, V as u16: BT.2020 PQ, 10-bit 4:2:0 limited range. Valid until the next frame. */
  planes: Uint8Array
  /** cd/m²: the largest channel of any pixel, and the mean of every pixel's largest channel. */
  mostNit: number
  meanNit: number
}

/** Rows of a block of an EXR file. */
export const blockRows = 16

const page = 65_536

/**
 * Makes HDR frames of light, or of eight-bit pictures by expanding them. Both sides are even. Light:
 * halves r, g, b, unused for each pixel, Rec.709 primaries, 1.0 = diffuse white.
 */
export async function openHdrFrames({ width, height }: Size) {
  const pixels = width * height
  let next = page + tableBytes
  const reserve = (bytes: number) => {
    const address = next
    next += Math.ceil(bytes / 64) * 64
    return address
  }
  const levels = reserve(16)
  const i420 = reserve(pixels * 1.5)
  const light = reserve(pixels * 8)
  const planes = reserve(pixels * 3)
  const rowBytes = width * 6
  const scratch = reserve(blockRows * rowBytes)
  const blocks = reserve(height * rowBytes + 64)
  const pages = Math.ceil(next / page)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 32_768 })
  const kernels = await bindHdrKernels(memory, page)
  let frames = 0

  function convert(): HdrFrame {
    kernels.pqRows(light, width, height, planes, frames++, levels)
    const [most = 0, mean = 0] = new Float64Array(memory.buffer, levels, 2)
    return {
      planes: new Uint8Array(memory.buffer, planes, pixels * 3),
      mostNit: most * diffuseWhiteNit,
      meanNit: mean * diffuseWhiteNit,
    }
  }

  return {
    ofLight(halves: Uint16Array): HdrFrame {
      new Uint16Array(memory.buffer, light, pixels * 4).set(halves)
      return convert()
    },
    ofPicture(picture: Uint8Array): HdrFrame {
      new Uint8Array(memory.buffer, i420, pixels * 1.5).set(picture)
      kernels.expandRows(i420, width, height, light, frames)
      return convert()
    },
    /** The last frame as EXR blocks in ACES2065-1 before deflate; valid until the next call. */
    exrBlocks(): Uint8Array[] {
      const found: Uint8Array[] = []
      let at = blocks
      for (let row = 0; row < height; row += blockRows) {
        const end = Math.min(height, row + blockRows)
        const length = kernels.blockOf(light, width, row, end, scratch, at)
        found.push(new Uint8Array(memory.buffer, at, length))
        at += length
      }
      return found
    },
  }
}
