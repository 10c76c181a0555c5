import type { GenerationRequest } from '#contract/request.ts'

type Example = { title: string; request: GenerationRequest }

const clip = { resolution: '720p', duration: '5s' } as const
const still = { type: 'image', model: 'uni-1', style: 'auto', output_format: 'png' } as const

/** Six first tries, each of another world. */
export const examples: readonly Example[] = [
  {
    title: 'Sea at dusk',
    request: {
      ...still,
      prompt: 'A calm sea at dusk, low sun on the horizon, long golden reflections, thin clouds',
      aspect_ratio: '16:9',
    },
  },
  {
    title: 'Iced coffee',
    request: {
      ...still,
      prompt: 'Still life of an iced coffee on a wooden table, soft morning window light',
      aspect_ratio: '3:2',
    },
  },
  {
    title: 'Neon street',
    request: {
      ...still,
      prompt: 'A neon street at night in the rain, wet asphalt, magenta and cyan signs',
      aspect_ratio: '2:3',
    },
  },
  {
    title: 'Fox, noir',
    request: {
      ...still,
      prompt: 'Film noir portrait of a fox, hard side light, deep shadows, black and white',
      aspect_ratio: '1:1',
    },
  },
  {
    title: 'Whale',
    request: {
      type: 'video',
      model: 'ray-3.2',
      prompt: 'A whale gliding under water, sun rays from above, slow push in',
      aspect_ratio: '16:9',
      video: clip,
    },
  },
  {
    title: 'Red dunes',
    request: {
      type: 'video',
      model: 'ray-3.2',
      prompt: 'Drone flight over red desert dunes at sunrise, long shadows, light haze',
      aspect_ratio: '16:9',
      video: clip,
    },
  },
]
