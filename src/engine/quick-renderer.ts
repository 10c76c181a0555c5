import { copyFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { imageSize } from '#contract/image.ts'
import type { MediaRef } from '#contract/media-ref.ts'
import { evenNearest, type Size } from '#contract/size.ts'
import { fps, frameCount, videoDefaults, videoSize } from '#contract/video.ts'
import { openClipSink } from './render/clip-sink.ts'
import {
  mediaOf,
  type RenderedOutput,
  type Renderer,
  type RenderJob,
  type RenderProgress,
} from './render/renderer.ts'

type Settings = {
  /** Waited before each picture, and before every `framesPerTick` frames of a clip. */
  delayMs?: number
  framesPerTick?: number
}
type Report = (progress: RenderProgress) => void
type Still = { size: Size; format: 'png' | 'jpeg' }
type Clip = { size: Size; frames: number; fps: number; hdr: boolean; exr: boolean }

const understood = {
  facts: [{ label: 'Renderer', value: 'a stand-in for tests: one flat colour' }],
  not_understood: [],
}

/** A ZIP with nothing in it. */
const emptyZip = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])

const colourOf = (seed: number) =>
  [(seed >>> 16) & 255, (seed >>> 8) & 255, seed & 255] as [number, number, number]

function sourceOf(job: RenderJob, ref: MediaRef) {
  const { width = 2, height = 2, frames = 1, fps: rate = fps } = mediaOf(job, ref).facts
  return { width, height, frames, fps: rate }
}

function planOf(job: RenderJob): Still | Clip {
  const { request } = job
  if (request.type === 'image' || request.type === 'image_edit') {
    const format = request.output_format ?? 'png'
    if (request.type === 'image_edit') {
      const { width, height } = sourceOf(job, request.source)
      return { size: { width, height }, format }
    }
    return { size: imageSize(request.aspect_ratio ?? '1:1'), format }
  }
  const resolution = request.video?.resolution ?? videoDefaults.resolution
  if (request.type === 'video') {
    const { hdr = false, exr_export: exr = false, duration } = request.video ?? {}
    const size = videoSize(request.aspect_ratio ?? videoDefaults.aspect_ratio, resolution)
    return { size, frames: frameCount(duration ?? videoDefaults.duration), fps, hdr, exr }
  }
  const source = sourceOf(job, request.source)
  if (request.type === 'video_reframe') {
    const size = videoSize(request.aspect_ratio, resolution)
    return { ...source, size, hdr: false, exr: false }
  }
  const size = { width: evenNearest(source.width), height: evenNearest(source.height) }
  const { hdr = false, exr_export: exr = false } = request.video ?? {}
  return { ...source, size, hdr, exr }
}

/**
 * Real files of the asked size and length in one flat colour of the seed, within milliseconds.
 * For tests of everything but the picture; nothing but a test passes it in.
 */
export function createQuickRenderer({ delayMs = 0, framesPerTick = 60 }: Settings = {}): Renderer {
  async function still(
    { seed, folder }: RenderJob,
    { size, format }: Still,
    onProgress: Report,
    signal: AbortSignal,
  ): Promise<RenderedOutput[]> {
    onProgress({ frames_done: 0, frames: 1, understood })
    await sleep(delayMs, undefined, { signal })
    const [r, g, b] = colourOf(seed)
    const flat = sharp({ create: { ...size, channels: 3, background: { r, g, b } } })
    const name = `image.${format === 'png' ? 'png' : 'jpg'}`
    const path = join(folder, name)
    if (format === 'png') await flat.png({ compressionLevel: 1 }).toFile(path)
    else await flat.jpeg().toFile(path)
    onProgress({ frames_done: 1, frames: 1 })
    const facts = { medium: 'image', bytes: statSync(path).size, ...size } as const
    return [{ name, type: 'image', media_type: `image/${format}`, facts }]
  }

  async function clip(
    { seed, folder }: RenderJob,
    { size, frames, fps: rate, hdr, exr }: Clip,
    onProgress: Report,
    signal: AbortSignal,
  ): Promise<RenderedOutput[]> {
    const milli = { num: Math.round(rate * 1000), den: 1000 }
    const sink = await openClipSink({ folder, size, rate: milli })
    onProgress({ frames_done: 0, frames, understood })
    try {
      const i420 = new Uint8Array((size.width * size.height * 3) / 2).fill(128)
      i420.fill(16 + (seed % 219), 0, size.width * size.height)
      for (let index = 0; index < frames; index++) {
        if (delayMs && index % framesPerTick === 0) await sleep(delayMs, undefined, { signal })
        signal.throwIfAborted()
        await sink.write(i420)
        onProgress({ frames_done: index + 1, frames })
      }
      const made = await sink.close()
      return [...made, ...extras(folder, made[0], { hdr, exr })]
    } catch (error) {
      await sink.abort()
      throw error
    }
  }

  return {
    async render(job, onProgress, signal) {
      const plan = planOf(job)
      const outputs =
        'frames' in plan
          ? await clip(job, plan, onProgress, signal)
          : await still(job, plan, onProgress, signal)
      return { outputs }
    },
    close: async () => undefined,
  }
}

/** What comes along with an HDR clip: a copy for browsers, and the frames in a ZIP. */
function extras(
  folder: string,
  main: RenderedOutput | undefined,
  { hdr, exr }: Pick<Clip, 'hdr' | 'exr'>,
): RenderedOutput[] {
  if (!hdr || !main) return []
  copyFileSync(join(folder, main.name), join(folder, 'video-sdr.mp4'))
  const proxy = { ...main, name: 'video-sdr.mp4' }
  if (!exr) return [proxy]
  writeFileSync(join(folder, 'frames.zip'), emptyZip)
  return [proxy, { name: 'frames.zip', type: 'exr', media_type: 'application/zip' }]
}
