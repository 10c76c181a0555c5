import { createRequire } from 'node:module'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type * as z from 'zod/mini'
import type { Understood } from '#contract/generation.ts'
import type { videoEditRequest } from '#contract/video-edit.ts'
import type { FrameRate } from '../media/media-backend.ts'
import { openVideoDecoder } from '../media/video-decoder.ts'
import { openVideoEncoder } from '../media/video-encoder.ts'
import { naturalPicture, type Place } from '../natural-picture.fixture.ts'
import { drawVideoEdit } from '../render/draw-video-edit.ts'
import type { SourceMedia } from '../render/renderer.ts'
import { closeTools, openTools } from '../render/tools.ts'
import { fromCoded } from './yuv-colour.ts'

type Size = { width: number; height: number }
type Video = z.infer<typeof videoEditRequest>['video']
type Clip = Size & { rate: FrameRate; frames: Uint8Array[] }

const film: FrameRate = { num: 24, den: 1 }
const sourceId = '00000000-0000-4000-8000-000000000001'

/** RGB bytes as the encoder takes them. */
function asI420(rgb: Uint8Array, { width, height }: Size): Uint8Array {
  const i420 = new Uint8Array((width * height * 3) / 2)
  const start = width * height
  const quarter = start / 4
  for (let n = 0; n < start; n++) {
    const [y, u, v] = fromCoded(rgb[n * 3]! / 255, rgb[n * 3 + 1]! / 255, rgb[n * 3 + 2]! / 255)
    i420[n] = Math.round(y)
    const [i, j] = [n % width, Math.floor(n / width)]
    if (i % 2 || j % 2) continue
    const c = start + (j >> 1) * (width >> 1) + (i >> 1)
    i420[c] = Math.round(u + 128)
    i420[c + quarter] = Math.round(v + 128)
  }
  return i420
}

/** A wide picture seen through a window that moves from its left to its right edge. */
async function pannedClip(
  path: string,
  rgb: Uint8Array,
  wide: Size,
  size: Size,
  frames: number,
  rate: FrameRate,
) {
  const encoder = await openVideoEncoder({ path, ...size, rate, keyInterval: 12, crf: 8 })
  for (let frame = 0; frame < frames; frame++) {
    const left = Math.round(((wide.width - size.width) * frame) / Math.max(1, frames - 1))
    const seen = await sharp(rgb, { raw: { ...wide, channels: 3 } })
      .extract({ left, top: 0, ...size })
      .raw()
      .toBuffer()
    await encoder.write(asI420(seen, size))
  }
  await encoder.close()
}

/** One of the photographs of people that ship with the networks' package. */
const people = { sitting: [326, 0, 210, 118], standing: [642, 0, 148, 158] } as const

/** A place where sources are made and edited, with the render process's own tools. */
export function editBench() {
  const tools = openTools()
  const made: string[] = []
  const folderOf = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dailies-edit-'))
    made.push(folder)
    return folder
  }

  return {
    /** A photograph panned over: `travel` is how much wider it is than the frame. */
    async natural(place: Place, size: Size, frames: number, { rate = film, travel = 0.2 } = {}) {
      const path = join(await folderOf(), 'source.mp4')
      const wide = { width: Math.round(size.width * (1 + travel)), height: size.height }
      await pannedClip(path, await naturalPicture(place, wide), wide, size, frames, rate)
      return path
    },

    async person(who: keyof typeof people, size: Size, frames: number) {
      const path = join(await folderOf(), 'source.mp4')
      const wide = { width: Math.round(size.width * 1.08), height: size.height }
      const [left, top, width, height] = people[who]
      const entry = createRequire(import.meta.url).resolve('@vladmandic/human')
      const rgb = await sharp(join(entry, '../../assets/samples.jpg'))
        .extract({ left, top, width, height })
        .resize({ ...wide, fit: 'cover' })
        .removeAlpha()
        .raw()
        .toBuffer()
      await pannedClip(path, rgb, wide, size, frames, film)
      return path
    },

    /** Edits a clip; `media` by the ids of its guides. */
    async edit(
      source: string,
      prompt: string,
      video: Video = {},
      media: Record<string, SourceMedia> = {},
    ) {
      const folder = await folderOf()
      let understood: Understood | undefined
      const { outputs } = await drawVideoEdit(
        tools,
        {
          id: 'edit',
          seed: 7,
          folder,
          request: { type: 'video_edit', prompt, source: { upload_id: sourceId }, video },
          media: {
            ...media,
            [sourceId]: { path: source, media_type: 'video/mp4', facts: { medium: 'video' } },
          },
        },
        (progress) => (understood = progress.understood ?? understood),
        new AbortController().signal,
      )
      const output = outputs[0]!
      return { path: join(folder, output.name), output, outputs, understood: understood! }
    },

    async close() {
      await closeTools(tools)
      await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })))
    },
  }
}

/** All pictures of a small clip. */
export async function clipOf(path: string): Promise<Clip> {
  const { width, height, rate, read, close } = await openVideoDecoder(path)
  const frames: Uint8Array[] = []
  for (let frame = await read(); frame; frame = await read()) frames.push(Uint8Array.from(frame))
  await close()
  return { width, height, rate, frames }
}

/** Mean absolute difference of luma and chroma, averaged over the frames. */
export function difference(a: Clip, b: Clip): number {
  const steps = a.frames.map((frame, n) => {
    const other = b.frames[n]!
    let sum = 0
    for (let k = 0; k < frame.length; k++) sum += Math.abs(frame[k]! - other[k]!)
    return sum / frame.length
  })
  return steps.reduce((sum, step) => sum + step, 0) / steps.length
}
