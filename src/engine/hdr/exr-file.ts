import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { FrameRate } from '../media/media-backend.ts'
import { blockRows } from './hdr-frames.ts'
import { diffuseWhiteNit } from './pq.ts'
import { ap0 } from './primaries.ts'

const compress = promisify(deflate)

export type ExrFrame = {
  width: number
  height: number
  rate: FrameRate
  /** Who made it, for the header. */
  maker: string
  /** From `HdrFrames.exrBlocks`. */
  blocks: readonly Uint8Array[]
}

const word = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}
const reals = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((v, i) => bytes.writeFloatLE(v, i * 4))
  return bytes
}
const text = (value: string) => Buffer.from(`${value}\0`, 'latin1')

const halfKind = 1
const zip16 = 3

function attribute(name: string, kind: string, value: Buffer): Buffer {
  return Buffer.concat([text(name), text(kind), word(value.length), value])
}

function channel(name: string): Buffer {
  return Buffer.concat([text(name), word(halfKind), word(0), word(1), word(1)])
}

function header({ width, height, rate, maker }: ExrFrame): Buffer {
  const box = Buffer.concat([0, 0, width - 1, height - 1].map(word))
  const { red, green, blue, white } = ap0
  return Buffer.concat([
    word(20_000_630),
    word(2),
    attribute(
      'channels',
      'chlist',
      Buffer.concat([channel('B'), channel('G'), channel('R'), Buffer.alloc(1)]),
    ),
    attribute('chromaticities', 'chromaticities', reals(...red, ...green, ...blue, ...white)),
    attribute('comments', 'string', Buffer.from(maker, 'utf8')),
    attribute('compression', 'compression', Buffer.from([zip16])),
    attribute('dataWindow', 'box2i', box),
    attribute('displayWindow', 'box2i', box),
    attribute('framesPerSecond', 'rational', Buffer.concat([word(rate.num), word(rate.den)])),
    attribute('lineOrder', 'lineOrder', Buffer.from([0])),
    attribute('pixelAspectRatio', 'float', reals(1)),
    attribute('screenWindowCenter', 'v2f', reals(0, 0)),
    attribute('screenWindowWidth', 'float', reals(1)),
    attribute('whiteLuminance', 'float', reals(diffuseWhiteNit)),
    Buffer.alloc(1),
  ])
}

/**
 * An OpenEXR file: half B, G, R, ZIP of 16 rows, ACES2065-1 with its chromaticities, 1.0 = diffuse
 * white of 203 cd/m².
 */
export async function exrFile(frame: ExrFrame): Promise<Buffer> {
  const packed = await Promise.all(
    frame.blocks.map(async (block) => {
      const small = await compress(block, { level: 2 })
      return small.length < block.length ? small : plainOf(block)
    }),
  )
  const head = header(frame)
  const offsets = Buffer.alloc(packed.length * 8)
  let at = head.length + offsets.length
  const parts = packed.map((bytes, n) => {
    offsets.writeBigUInt64LE(BigInt(at), n * 8)
    at += 8 + bytes.length
    return [word(n * blockRows), word(bytes.length), bytes]
  })
  return Buffer.concat([head, offsets, ...parts.flat()])
}

/** A block that deflate cannot make smaller is stored as its plain bytes. */
function plainOf(block: Uint8Array): Buffer {
  const apart = Buffer.from(block)
  for (let i = 1; i < apart.length; i++) apart[i] = apart[i - 1]! + apart[i]! - 128
  const plain = Buffer.alloc(apart.length)
  const half = apart.length / 2
  for (let i = 0; i < half; i++) {
    plain[i * 2] = apart[i]!
    plain[i * 2 + 1] = apart[half + i]!
  }
  return plain
}
