type Case = {
  what: string
  body: () => unknown
  status: number
  detail: string
  /** The field it names, in our own words. */
  path?: string
}

const photo = { url: 'https://example.com/a.jpg' }
const prompt = 'a lake'
const promptWords = 'Prompt must be between 1 and 6000 characters'

/**
 * What an upstream refuses by the words of a request alone, each row of the reference with the
 * sentence that stands there. It costs nothing to ask.
 */
export const refusedByWords: Case[] = [
  { what: 'without a prompt', body: () => ({}), status: 400, detail: promptWords, path: 'prompt' },
  {
    what: 'with a prompt of 6,001 letters',
    body: () => ({ prompt: 'a'.repeat(6001) }),
    status: 400,
    detail: promptWords,
    path: 'prompt',
  },
  {
    what: 'of an unknown model',
    body: () => ({ model: 'uni-0', prompt }),
    status: 400,
    detail: 'Unknown model: uni-0',
    path: 'model',
  },
  {
    what: 'in a shape that its type does not have',
    body: () => ({ prompt, aspect_ratio: '4:3' }),
    status: 400,
    detail: "Invalid aspect_ratio '4:3'. Valid: 16:9, 1:1, 1:2, 1:3, 2:1, 2:3, 3:1, 3:2, 9:16",
    path: 'aspect_ratio',
  },
  {
    what: 'in a shape that no clip has',
    body: () => ({ type: 'video', prompt, aspect_ratio: '3:1' }),
    status: 400,
    detail: "Invalid aspect_ratio '3:1'. Valid: 16:9, 1:1, 21:9, 3:4, 4:3, 9:16",
    path: 'aspect_ratio',
  },
  {
    what: 'with a reference by two names',
    body: () => ({ prompt, image_ref: [{ ...photo, data: 'AAAA', media_type: 'image/png' }] }),
    status: 400,
    detail: "image_ref[0]: provide either 'url' or 'data', not both",
    path: 'image_ref[0]',
  },
  {
    what: 'with bytes of an unnamed kind',
    body: () => ({ prompt, image_ref: [photo, { data: 'AAAA' }] }),
    status: 400,
    detail: "image_ref[1]: 'media_type' is required with 'data'",
    path: 'image_ref[1]',
  },
  {
    what: 'to edit with nine references',
    body: () => ({
      type: 'image_edit',
      prompt,
      source: photo,
      image_ref: Array.from({ length: 9 }, () => photo),
    }),
    status: 400,
    detail: 'image_edit supports up to 8 reference images (source occupies one slot)',
  },
  {
    what: 'for a new picture with a source',
    body: () => ({ type: 'image', prompt, source: photo }),
    status: 400,
    detail: "source is only valid for type 'image_edit'",
    path: 'source',
  },
  {
    what: 'to edit nothing',
    body: () => ({ type: 'image_edit', prompt }),
    status: 400,
    detail: "source is required for type 'image_edit'",
    path: 'source',
  },
  {
    what: 'with bytes that are no base64',
    body: () => ({ prompt, image_ref: [{ data: 'AAA!', media_type: 'image/png' }] }),
    status: 422,
    detail: 'image_ref[0]: invalid base64 data',
    path: 'image_ref[0]',
  },
]

const images = ['image', 'image_edit']
const videos = ['video', 'video_edit', 'video_reframe']

/** Every pair of a model and a type that it does not make. */
export const refusedByModel = [
  ...['uni-1', 'uni-1-max'].flatMap((model) => videos.map((type) => ({ model, type }))),
  ...images.map((type) => ({ model: 'ray-3.2', type })),
]

const clip = { url: 'https://example.com/a.mp4', media_type: 'video/mp4' }
const ofVideo = (video: object) => ({ type: 'video', prompt, video })

/** Combinations that are refused with 422; the reference does not tell the sentence. */
export const refusedTogether: [string, unknown][] = [
  ['a loop of 10 s', ofVideo({ loop: true, duration: '10s' })],
  ['a loop in HDR', ofVideo({ loop: true, hdr: true })],
  ['a loop with an end', ofVideo({ loop: true, end_frame: photo })],
  ['HDR in 540p', ofVideo({ hdr: true, resolution: '540p' })],
  ['HDR of 10 s', ofVideo({ hdr: true, duration: '10s' })],
  ['EXR without HDR', ofVideo({ exr_export: true })],
  ['a start frame with 10 s', ofVideo({ start_frame: photo, duration: '10s' })],
  [
    'a start frame with keyframes',
    ofVideo({ start_frame: photo, keyframes: [photo], keyframe_indexes: [0] }),
  ],
  ['keyframes without their places', ofVideo({ keyframes: [photo, photo], keyframe_indexes: [0] })],
  ['two keyframes at one place', ofVideo({ keyframes: [photo, photo], keyframe_indexes: [7, 7] })],
  ['a keyframe beyond the end', ofVideo({ keyframes: [photo], keyframe_indexes: [121] })],
  [
    'automatic controls and a strength',
    {
      type: 'video_edit',
      prompt,
      source: clip,
      video: { edit: { auto_controls: true, strength: 'flex_1' } },
    },
  ],
  [
    'a rectangle of no width',
    {
      type: 'video_reframe',
      prompt,
      aspect_ratio: '1:1',
      source: clip,
      video: { source_position: { x_norm: 0, y_norm: 0, w_norm: 0, h_norm: 1 } },
    },
  ],
]
