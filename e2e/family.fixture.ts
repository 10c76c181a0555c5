import type { APIRequestContext } from '@playwright/test'
import type { GenerationRequest } from '#contract/request.ts'
import { make } from './http-client.ts'

const of = (generation_id: string) => ({ generation_id })
const clip = { resolution: '360p' } as const

/** Twelve over four generations, from one picture: every step that the API has. */
export async function makeFamily(request: APIRequestContext) {
  const child = async (wanted: GenerationRequest) => (await make(request, wanted)).id
  const video = (prompt: string, part: object) =>
    child({ type: 'video', prompt, aspect_ratio: '16:9', video: { ...clip, ...part } })

  const root = await child({ type: 'image', prompt: 'Lighthouse', aspect_ratio: '16:9' })

  const night = await child({ type: 'image_edit', prompt: 'At night', source: of(root) })
  const shot = await video('Waves roll in', { start_frame: of(root) })
  const sister = await child({ type: 'image', prompt: 'Harbour', image_ref: [of(root)] })

  const on = await video('Waves, on', { start_frame: of(shot) })
  const before = await video('Waves, before', { end_frame: of(shot) })
  const ink = await child({
    type: 'video_edit',
    prompt: 'In ink',
    source: of(shot),
    video: clip,
  })
  const tall = await child({
    type: 'video_reframe',
    prompt: 'More sky',
    aspect_ratio: '9:16',
    source: of(shot),
    video: clip,
  })
  const fog = await child({ type: 'image_edit', prompt: 'With fog', source: of(night) })

  const further = await video('Waves, further on', { start_frame: of(on) })
  const square = await child({
    type: 'video_reframe',
    prompt: 'Square',
    aspect_ratio: '1:1',
    source: of(ink),
    video: clip,
  })
  const drift = await video('Fog drifts', {
    keyframes: [
      { frame: 0, image: of(fog) },
      { frame: 120, image: of(night) },
    ],
  })
  return { root, night, shot, sister, on, before, ink, tall, fog, further, square, drift }
}
