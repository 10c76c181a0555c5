import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { VideoRatio, VideoResolution } from '#contract/video.ts'
import type { SourcePosition } from '#contract/video-reframe.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { openVideoDecoder } from '../media/video-decoder.ts'
import { drawVideoReframe } from '../render/draw-video-reframe.ts'
import type { RenderProgress, SourceMedia } from '../render/renderer.ts'
import type { Tools } from '../render/tools.ts'

type Asked = {
  path: string
  prompt?: string
  ratio: VideoRatio
  resolution?: VideoResolution
  position?: SourcePosition
  made?: SourceMedia['made']
}

/** A clip read back: its pictures as I420. */
export async function readClip(path: string) {
  const decoder = await openVideoDecoder(path)
  const { width, height, rate, frames } = decoder
  const pictures: Uint8Array[] = []
  for (let n = 0; n < frames; n++) pictures.push((await decoder.read()) ?? new Uint8Array())
  await decoder.close()
  return { width, height, rate, frames, pictures }
}

/** Reframes a file as the render process would, and reads the result. */
export async function reframed(tools: Tools, folder: string, asked: Asked) {
  const { path, prompt = 'the same place', ratio, resolution = '360p', position, made } = asked
  const video = { resolution, ...(position && { source_position: position }) }
  const request = {
    type: 'video_reframe',
    prompt,
    aspect_ratio: ratio,
    source: { upload_id: 'source' },
    video,
  } satisfies GenerationRequest
  await mkdir(folder, { recursive: true })
  const room = await mkdtemp(join(folder, 'job-'))
  const facts: SourceMedia['facts'] = { medium: 'video', bytes: 0, width: 0, height: 0 }
  const source = { path, media_type: 'video/mp4', facts, ...(made && { made }) }
  const news: RenderProgress[] = []
  const { outputs } = await drawVideoReframe(
    tools,
    { id: 'job', request, seed: 1, folder: room, media: { source } },
    (progress) => news.push(progress),
    new AbortController().signal,
  )
  return { outputs, news, room, clip: await readClip(join(room, 'video.mp4')) }
}
