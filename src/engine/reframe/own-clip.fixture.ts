import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { VideoRatio } from '#contract/video.ts'
import { openVideoEncoder } from '../media/video-encoder.ts'
import type { Tools } from '../render/tools.ts'
import { sceneOfClip } from './wider-scene.ts'

/** The first frames of a clip that this engine would draw, as a file, with what it was made of. */
export async function ownClip(
  { painters }: Tools,
  folder: string,
  prompt: string,
  aspect_ratio: VideoRatio,
) {
  const video = { resolution: '360p', duration: '5s' } as const
  const made = { request: { type: 'video', prompt, aspect_ratio, video } as const, seed: 11 }
  const scene = sceneOfClip(made)
  if (!scene) throw new Error('not a clip')
  await mkdir(folder, { recursive: true })
  const path = join(await mkdtemp(join(folder, 'own-')), 'video.mp4')
  const { spec, size, frames } = scene
  const rate = { num: 24, den: 1 }
  const encoder = await openVideoEncoder({ path, ...size, rate, keyInterval: 12 })
  await painters.paintClip(spec, size, frames, (_, i420) => encoder.write(i420))
  await encoder.close()
  return { path, made, size }
}
