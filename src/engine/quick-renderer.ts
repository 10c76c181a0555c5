import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { imageSize } from '#contract/image.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { fps, frameCount, videoDefaults, videoSize } from '#contract/video.ts'
import { openVideoEncoder } from './media/video-encoder.ts'
import type { Renderer, RenderedOutput, RenderJob, RenderProgress } from './render/renderer.ts'

type Settings = {
  /** Waited before each picture, and before every `framesPerTick` frames of a clip. */
  delayMs?: number
  framesPerTick?: number
}
type Report = (progress: RenderProgress) => void
type Draw = (job: RenderJob, onProgress: Report, signal: AbortSignal) => Promise<RenderedOutput>

const understood = {
  facts: [{ label: 'Renderer', value: 'a stand-in for tests: one flat colour' }],
  not_understood: [],
}

const colourOf = (seed: number) =>
  [(seed >>> 16) & 255, (seed >>> 8) & 255, seed & 255] as [number, number, number]

/**
 * Real files of the asked size and length in one flat colour of the seed, within milliseconds.
 * For tests of everything but the picture; nothing but a test passes it in.
 */
export function createQuickRenderer({ delayMs = 0, framesPerTick = 60 }: Settings = {}): Renderer {
  const image: Draw = async ({ request, seed, folder }, onProgress, signal) => {
    const { aspect_ratio = '1:1', output_format = 'png' } = requireType(request, 'image')
    const size = imageSize(aspect_ratio)
    onProgress({ frames_done: 0, frames: 1, understood })
    await sleep(delayMs, undefined, { signal })
    const [r, g, b] = colourOf(seed)
    const flat = sharp({ create: { ...size, channels: 3, background: { r, g, b } } })
    const name = `image.${output_format === 'png' ? 'png' : 'jpg'}`
    const path = join(folder, name)
    if (output_format === 'png') await flat.png({ compressionLevel: 1 }).toFile(path)
    else await flat.jpeg().toFile(path)
    onProgress({ frames_done: 1, frames: 1 })
    const facts = { medium: 'image', bytes: statSync(path).size, ...size } as const
    return { name, type: 'image', media_type: `image/${output_format}`, facts }
  }

  const video: Draw = async ({ request, seed, folder }, onProgress, signal) => {
    const { aspect_ratio, video: asked } = requireType(request, 'video')
    const { resolution, duration } = { ...videoDefaults, ...asked }
    const size = videoSize(aspect_ratio ?? videoDefaults.aspect_ratio, resolution)
    const frames = frameCount(duration)
    const path = join(folder, 'video.mp4')
    const encoder = await openVideoEncoder({
      path,
      ...size,
      rate: { num: fps, den: 1 },
      keyInterval: 12,
    })
    onProgress({ frames_done: 0, frames, understood })
    try {
      const i420 = new Uint8Array((size.width * size.height * 3) / 2).fill(128)
      i420.fill(16 + (seed % 219), 0, size.width * size.height)
      for (let index = 0; index < frames; index++) {
        if (delayMs && index % framesPerTick === 0) await sleep(delayMs, undefined, { signal })
        signal.throwIfAborted()
        await encoder.write(i420)
        onProgress({ frames_done: index + 1, frames })
      }
      await encoder.close()
    } catch (error) {
      await encoder.abort()
      throw error
    }
    const length = { frames, fps, duration_s: frames / fps }
    const facts = { medium: 'video', bytes: statSync(path).size, ...size, ...length } as const
    return { name: 'video.mp4', type: 'video', media_type: 'video/mp4', facts }
  }

  return {
    async render(job, onProgress, signal) {
      const draw = job.request.type === 'image' ? image : video
      return { outputs: [await draw(job, onProgress, signal)] }
    },
    close: async () => undefined,
  }
}

function requireType<T extends GenerationRequest['type']>(request: GenerationRequest, type: T) {
  if (request.type !== type) throw new Error(`The stand-in draws no ${request.type}.`)
  return request as Extract<GenerationRequest, { type: T }>
}
