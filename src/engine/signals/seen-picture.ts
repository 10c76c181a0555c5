import sharp from 'sharp'
import type { SignalSeen } from '#contract/signal.ts'
import type { DecodedFrame } from '../media/media-backend.ts'

export type Size = { width: number; height: number }
/** Full-range RGB bytes, three a pixel. */
export type Picture = DecodedFrame

/** What a signal sees in a frame: pixels, and shapes drawn over them as SVG elements. */
export type Seen = SignalSeen & { picture: Picture; shapes?: string }

/** A frame as dark as `kept` says: 0 is dimmed, 1 as it was. */
export function dimmed({ width, height, rgb }: Picture, kept: (x: number, y: number) => number) {
  const out = new Uint8Array(rgb.length)
  for (let j = 0, o = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const share = 0.3 + 0.7 * kept((i + 0.5) / width, (j + 0.5) / height)
      for (let c = 0; c < 3; c++, o++) out[o] = Math.round(rgb[o]! * share)
    }
  }
  return { width, height, rgb: out }
}

export async function toWebp({ picture, shapes }: Seen): Promise<Buffer> {
  const { width, height, rgb } = picture
  const pixels = Buffer.from(rgb.buffer, rgb.byteOffset, rgb.byteLength)
  const image = sharp(pixels, { raw: { width, height, channels: 3 } })
  if (shapes) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="none" stroke-linecap="round" stroke-linejoin="round">${shapes}</svg>`
    image.composite([{ input: Buffer.from(svg) }])
  }
  return image.webp({ quality: 84 }).toBuffer()
}
