import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { openVideoEncoder } from './media/video-encoder.ts'

type Inline = { data: string; media_type: string }

/** A flat picture as a request carries it. */
export async function inlinePng(width: number, height: number, grey = 90): Promise<Inline> {
  const background = { r: grey, g: grey, b: grey }
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
  return { data: bytes.toString('base64'), media_type: 'image/png' }
}

/** A flat clip as a request carries it. */
export async function inlineClip(frames: number, rate = 24, size = 64): Promise<Inline> {
  const folder = mkdtempSync(join(tmpdir(), 'dailies-clip-'))
  try {
    const path = join(folder, 'clip.mp4')
    const encoder = await openVideoEncoder({
      path,
      width: size,
      height: size,
      rate: { num: rate, den: 1 },
      keyInterval: 12,
    })
    const i420 = new Uint8Array((size * size * 3) / 2).fill(128)
    for (let frame = 0; frame < frames; frame += 1) await encoder.write(i420)
    await encoder.close()
    return { data: readFileSync(path).toString('base64'), media_type: 'video/mp4' }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
