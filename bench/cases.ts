import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GenerationRequest } from '#contract/request.ts'
import { type VideoResolution, videoSize } from '#contract/video.ts'
import { type Place, naturalPng } from '#engine/natural-picture.fixture.ts'
import type { SourceMedia } from '#engine/render/renderer.ts'

export type Case = { name: string; request: GenerationRequest; media: Record<string, SourceMedia> }

const words = 'A lone sailboat at dusk, fog rolling in, slow push in'
const text = (resolution: VideoResolution, more = {}): GenerationRequest => ({
  type: 'video',
  prompt: words,
  aspect_ratio: '16:9',
  video: { resolution, duration: '5s', ...more },
})

async function photo(place: Place, folder: string): Promise<[string, SourceMedia]> {
  const size = videoSize('16:9', '1080p')
  const path = join(folder, `${place}.png`)
  await writeFile(path, await naturalPng(place, size))
  return [randomUUID(), { path, media_type: 'image/png', facts: { medium: 'image', ...size } }]
}

/** From words alone. */
export const plainCases: readonly Case[] = [
  ...(['360p', '540p', '720p', '1080p'] as const).map((resolution) => ({
    name: `video ${resolution}`,
    request: text(resolution),
    media: {},
  })),
  { name: 'video 720p loop', request: text('720p', { loop: true }), media: {} },
  { name: 'video 720p hdr', request: text('720p', { hdr: true }), media: {} },
  { name: 'video 720p exr', request: text('720p', { hdr: true, exr_export: true }), media: {} },
  ...(['png', 'jpeg'] as const).map((output_format): Case => ({
    name: `image ${output_format}`,
    request: { type: 'image', prompt: words, aspect_ratio: '1:1', output_format },
    media: {},
  })),
]

/** From pictures, and from a clip of 720p that was drawn before. */
export async function mediaCases(folder: string, clip: SourceMedia): Promise<Case[]> {
  const places = ['park', 'forest', 'dawn', 'sunset', 'city'] as const
  const photos = await Promise.all(places.map((place) => photo(place, folder)))
  const media = { ...Object.fromEntries(photos), clip, foreign: { ...clip, made: undefined } }
  const picture = (n: number) => ({ upload_id: photos[n]?.[0] ?? '' })
  const keyframes = [0, 30, 60, 90, 120].map((frame, n) => ({ frame, image: picture(n) }))
  const clipRef = { generation_id: 'clip' }
  const foreignRef = { upload_id: 'foreign' }
  const edit = (resolution: VideoResolution): GenerationRequest => ({
    type: 'video_edit',
    prompt: 'as a watercolour at dawn',
    source: foreignRef,
    video: { resolution, edit: { strength: 'flex_2' } },
  })
  const reframe = (source: typeof clipRef | typeof foreignRef): GenerationRequest => ({
    type: 'video_reframe',
    prompt: 'more of the sea',
    aspect_ratio: '9:16',
    source,
    video: { resolution: '720p' },
  })
  const cases: [string, GenerationRequest][] = [
    ['image 3 references', { type: 'image', prompt: words, image_ref: [0, 1, 2].map(picture) }],
    ['image_edit night', { type: 'image_edit', prompt: 'make it night', source: picture(0) }],
    ['start frame 720p', text('720p', { start_frame: picture(0) })],
    ['keyframes 5 720p', text('720p', { keyframes })],
    ['keyframes 5 1080p', text('1080p', { keyframes })],
    ['extension 720p own', text('720p', { start_frame: clipRef })],
    ['video_edit 720p', edit('720p')],
    ['video_edit 1080p', edit('1080p')],
    ['reframe 720p own', reframe(clipRef)],
    ['reframe 720p foreign', reframe(foreignRef)],
  ]
  return cases.map(([name, request]) => ({ name, request, media }))
}
