import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rules } from '#contract/rules.ts'
import { createEngine } from './create-engine.ts'
import { createQuickRenderer } from './quick-renderer.ts'
import { talkTo } from './talk-to.fixture.ts'

const engine = createEngine({ renderer: createQuickRenderer() })
const { post, submit, settle } = talkTo(engine)
let clip: { generation_id: string }

beforeAll(async () => {
  const { id } = await submit({ type: 'video', prompt: 'a lake', video: { resolution: '360p' } })
  await settle(id)
  clip = { generation_id: id }
})
afterAll(() => engine.close())

const photo = { url: 'https://example.com/a.jpg' }
const film = { url: 'https://example.com/a.mp4', media_type: 'video/mp4' }
const nowhere = { generation_id: '00000000-0000-4000-8000-000000000000' }
const image = { prompt: 'a lake' }
const edit = { type: 'image_edit', prompt: 'at night' }
const video = (settings: object, more: object = {}) => ({
  type: 'video',
  prompt: 'a lake',
  ...more,
  video: settings,
})
const videoEdit = (settings: object) => ({
  type: 'video_edit',
  prompt: 'at night',
  source: film,
  video: settings,
})
const reframe = { type: 'video_reframe', prompt: 'wider', aspect_ratio: '1:1', source: film }
const anchored = (...indexes: number[]) => ({
  keyframes: indexes.map(() => photo),
  keyframe_indexes: indexes,
})

type Refused = [code: string, body: () => unknown, status: number, detail: string]

const broken: Refused[] = [
  ['prompt_missing', () => ({ prompt: ' ' }), 400, 'Prompt must be between 1 and 6000 characters'],
  [
    'prompt_too_long',
    () => ({ prompt: 'a'.repeat(6001) }),
    400,
    'Prompt must be between 1 and 6000 characters',
  ],
  [
    'model_for_type',
    () => ({ ...image, model: 'ray-3.2' }),
    400,
    "Type 'image' is not supported for model 'ray-3.2'",
  ],
  [
    'field_for_type',
    () => ({ ...image, source: photo }),
    400,
    "source is only valid for type 'image_edit'",
  ],
  ['source_required', () => edit, 400, "source is required for type 'image_edit'"],
  [
    'aspect_ratio_required',
    () => ({ ...reframe, aspect_ratio: undefined }),
    400,
    "aspect_ratio is required for type 'video_reframe'",
  ],
  [
    'aspect_ratio_for_type',
    () => ({ ...video({}), aspect_ratio: '3:1' }),
    400,
    "Invalid aspect_ratio '3:1'. Valid: 16:9, 1:1, 21:9, 3:4, 4:3, 9:16",
  ],
  [
    'user_id_too_long',
    () => ({ ...image, user_id: 'a'.repeat(257) }),
    400,
    'user_id must be at most 256 characters',
  ],
  [
    'manga_ratio',
    () => ({ ...image, style: 'manga', aspect_ratio: '1:1' }),
    422,
    "aspect_ratio: style 'manga' supports only 2:3, 9:16, 1:2, 1:3",
  ],
  [
    'image_ref_limit',
    () => ({ ...image, image_ref: Array.from({ length: 10 }, () => photo) }),
    400,
    'image supports up to 9 reference images',
  ],
  [
    'image_edit_ref_limit',
    () => ({ ...edit, source: photo, image_ref: Array.from({ length: 9 }, () => photo) }),
    400,
    'image_edit supports up to 8 reference images (source occupies one slot)',
  ],
  [
    'anchor_with_10s',
    () => video({ duration: '10s', start_frame: photo }),
    422,
    'video.start_frame: ',
  ],
  [
    'anchor_with_keyframes',
    () => video({ ...anchored(0), end_frame: photo }),
    422,
    'video.end_frame: ',
  ],
  ['keyframes_on_grid', () => video(anchored(0, 121)), 422, 'video.keyframe_indexes[1]: '],
  ['loop_with_10s', () => video({ loop: true, duration: '10s' }), 422, 'video.loop: '],
  ['loop_with_hdr', () => video({ loop: true, hdr: true }), 422, 'video.loop: '],
  ['loop_with_end_frame', () => video({ loop: true, end_frame: photo }), 422, 'video.loop: '],
  ['loop_with_keyframes', () => video({ loop: true, ...anchored(0) }), 422, 'video.loop: '],
  ['hdr_resolution', () => video({ hdr: true, resolution: '540p' }), 422, 'video.hdr: '],
  ['hdr_duration', () => video({ hdr: true, duration: '10s' }), 422, 'video.hdr: '],
  ['exr_needs_hdr', () => video({ exr_export: true }), 422, 'video.exr_export: '],
  ['extension_alone', () => video({ start_frame: clip, end_frame: photo }), 422, 'video: '],
  ['extension_sdr', () => video({ start_frame: clip, hdr: true }), 422, 'video.hdr: '],
  [
    'auto_or_manual',
    () => videoEdit({ edit: { auto_controls: true, strength: 'flex_1' } }),
    422,
    'video.edit.strength: ',
  ],
  [
    'control_amount',
    () => videoEdit({ edit: { controls: { depth: { blur: 1.5 } } } }),
    422,
    'video.edit.controls.depth.blur: ',
  ],
  [
    'edit_keyframes_on_grid',
    () => ({ ...videoEdit({ edit: anchored(120) }), source: clip }),
    422,
    'video.edit.keyframe_indexes[0]: ',
  ],
  [
    'edit_start_with_keyframes',
    () => videoEdit({ start_frame: photo, edit: anchored(0) }),
    422,
    'video.start_frame: ',
  ],
  [
    'source_position_range',
    () => ({
      ...reframe,
      video: { source_position: { x_norm: 3, y_norm: 0, w_norm: 1, h_norm: 1 } },
    }),
    422,
    'video.source_position.x_norm: ',
  ],
  [
    'media_unknown',
    () => ({ ...edit, source: nowhere }),
    422,
    'source: generation not found or not completed',
  ],
  ['media_medium', () => ({ ...edit, source: clip }), 422, 'source: content-type is not an image'],
  [
    'media_type_for_place',
    () => ({ ...image, image_ref: [photo, { url: film.url, media_type: 'Video/mp4' }] }),
    422,
    'image_ref[1]: content-type is not an image',
  ],
  [
    'video_url_media_type',
    () => ({ ...reframe, source: { url: film.url } }),
    422,
    "source: 'media_type' video/* is required with 'url' for a video source",
  ],
]

/** Of files alone: `engine-media.test.ts` brings some. */
const ofFiles = ['media_too_large', 'image_side', 'edit_source_length', 'reframe_source_length']

describe('a request that breaks a rule is refused in the words of the API', () => {
  test.each(broken)('%s', async (_, body, status, detail) => {
    const answer = await post(body())
    const said = (await answer.json()) as { detail: string }
    expect([answer.status, said.detail]).toEqual([status, expect.stringContaining(detail)])
    expect(said.detail.startsWith(detail)).toBe(true)
  })

  test('for every hard rule of the contract', () => {
    const hard = rules.filter(({ firmness }) => firmness === 'hard').map(({ code }) => code)
    expect([...broken.map(([code]) => code), ...ofFiles].toSorted()).toEqual(hard.toSorted())
  })

  test('and nothing of it is rendered', () => {
    const made = engine.ledger().filter(({ generation_id }) => generation_id)
    expect(made).toHaveLength(1)
  })
})

describe('a body of the wrong form is refused', () => {
  test.each([
    ['no object', [], 422, ''],
    ['an unknown type', { type: 'audio', prompt: 'x' }, 400, 'Unknown type: audio'],
    ['an unknown model', { model: 'x', prompt: 'x' }, 400, 'Unknown model: x'],
    ['a prompt that is no text', { prompt: 7 }, 400, 'Prompt must be between 1 and 6000 char'],
    [
      'a ratio that no type has',
      { prompt: 'x', aspect_ratio: '5:7' },
      400,
      "Invalid aspect_ratio '5:7'. Valid: 16:9,",
    ],
    [
      'a reference by two names',
      { ...image, image_ref: [{ url: photo.url, data: 'AAAA', media_type: 'image/png' }] },
      400,
      "image_ref[0]: provide either 'url' or 'data', not both",
    ],
    [
      'bytes of an unnamed kind',
      { ...image, image_ref: [{ data: 'AAAA' }] },
      400,
      "image_ref[0]: 'media_type' is required with 'data'",
    ],
    [
      'bytes that are no base64',
      { ...image, image_ref: [photo, { data: '%', media_type: 'image/png' }] },
      422,
      'image_ref[1]: invalid base64 data',
    ],
    [
      'lists of unequal length',
      video({ keyframes: [photo], keyframe_indexes: [] }),
      422,
      'video.keyframe_indexes: must match keyframes in length',
    ],
  ])('%s', async (_, body, status, detail) => {
    const answer = await post(body)
    const said = (await answer.json()) as { detail: string }
    expect([answer.status, said.detail.slice(0, detail.length)]).toEqual([status, detail])
  })
})

test.each([
  ['1080p of a tall clip', { type: 'video', aspect_ratio: '9:16', video: { resolution: '1080p' } }],
  ['a setting that is off', { type: 'video', video: { loop: false, hdr: false, duration: '5s' } }],
  ['no value as no setting', { style: null, aspect_ratio: null, image_ref: null }],
  ['no reference at all', { image_ref: [] }],
])('accepts %s', async (_, fields) => {
  const answer = await post({ prompt: 'x', ...fields })
  expect([answer.status, await answer.json()]).toMatchObject([201, { state: 'queued' }])
})
