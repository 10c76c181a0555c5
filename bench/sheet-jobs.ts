import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaRef } from '#contract/media-ref.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { type Place, naturalPng } from '#engine/natural-picture.fixture.ts'
import type { SourceMedia } from '#engine/render/renderer.ts'

export type SheetJob = {
  caption: string
  request: GenerationRequest
  /** Kept for later jobs under this id. */
  as?: string
}

const prompts = [
  'A lone sailboat at dusk, fog rolling in',
  'Mountains over a still lake at golden hour',
  'A rainy neon street in Tokyo at night',
  'City skyline over the river at night',
  'A fox in an autumn forest, morning light',
  'Camels crossing desert dunes at sunset',
  'A cosy living room with a lamp in the evening',
  'Still life with pears and a green bottle',
  'Portrait of a woman in soft window light',
  'A ringed planet and its moon, deep space',
  'Sea turtle over a coral reef',
  'A village in the hills in winter, watercolour',
]

export const pictureJobs: readonly SheetJob[] = prompts.map((prompt) => ({
  caption: prompt,
  request: { type: 'image', prompt, aspect_ratio: '3:2', output_format: 'png' },
}))

const size = { width: 960, height: 540 }

/** Photographs (CC0) that stand for what a person would send. */
export async function photos(folder: string): Promise<Record<string, SourceMedia>> {
  const places: Place[] = ['dawn', 'city', 'sunset']
  const made = places.map(async (place): Promise<[string, SourceMedia]> => {
    const path = join(folder, `${place}.png`)
    await writeFile(path, await naturalPng(place, size))
    return [place, { path, media_type: 'image/png', facts: { medium: 'image', ...size } }]
  })
  return Object.fromEntries(await Promise.all(made))
}

const photo = (place: string): MediaRef => ({ upload_id: place })
const clip: MediaRef = { generation_id: 'clip' }
const settings = { resolution: '540p', duration: '5s' } as const
const words = 'A lone sailboat at dusk, fog rolling in, slow push in'
const video = (prompt: string, more = {}): GenerationRequest => ({
  type: 'video',
  prompt,
  aspect_ratio: '16:9',
  video: { ...settings, ...more },
})

export const clipJobs: readonly SheetJob[] = [
  { caption: 'video: ' + words, request: video(words), as: 'clip' },
  {
    caption: 'video, loop: Waves on a rocky coast, pan right',
    request: video('Waves on a rocky coast at golden hour, pan right', { loop: true }),
  },
  {
    caption: 'video, start and end frame: slow push in',
    request: video('slow push in', { start_frame: photo('dawn'), end_frame: photo('city') }),
  },
  {
    caption: 'video, keyframes at 0, 60 and 120',
    request: video('a walk through the day', {
      keyframes: ['dawn', 'city', 'sunset'].map((place, n) => ({
        frame: n * 60,
        image: photo(place),
      })),
    }),
  },
  {
    caption: 'video, extension of the first clip: the camera pans right',
    request: video('the fog lifts, pan right', { start_frame: clip }),
  },
  {
    caption: 'video, HDR (its SDR copy): Lighthouse in a storm at night',
    request: video('A lighthouse on a cliff in a storm at night', {
      resolution: '720p',
      hdr: true,
    }),
  },
  {
    caption: 'video_edit of the first clip: as an oil painting at golden hour',
    request: {
      type: 'video_edit',
      prompt: 'as an oil painting at golden hour',
      source: clip,
      video: { resolution: '540p', edit: { strength: 'flex_2' } },
    },
  },
  {
    caption: 'video_reframe of the first clip: 21:9',
    request: {
      type: 'video_reframe',
      prompt: 'more of the sea',
      aspect_ratio: '21:9',
      source: clip,
      video: { resolution: '540p' },
    },
  },
]

export const editJobs: readonly SheetJob[] = [
  {
    caption: 'image_edit: make it night',
    request: { type: 'image_edit', prompt: 'make it night', source: photo('city') },
  },
  {
    caption: 'image_edit: heavy snow in winter',
    request: { type: 'image_edit', prompt: 'heavy snow in winter', source: photo('dawn') },
  },
  {
    caption: 'image_ref: palette of a sunset, a mountain lake',
    request: {
      type: 'image',
      prompt: 'A mountain lake with the palette of the first',
      aspect_ratio: '3:2',
      image_ref: [photo('sunset')],
    },
  },
]
