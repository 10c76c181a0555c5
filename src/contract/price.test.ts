import { expect, it } from 'vitest'
import type { FactsOf } from './media-ref.ts'
import { priceOf } from './price.ts'
import type { GenerationRequest } from './request.ts'

const picture = { url: 'https://example.com/a.png' }
const clip = { generation_id: '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e' }
const prompt = 'x'
const lasting =
  (duration_s: number): FactsOf =>
  () => ({ medium: 'video', duration_s })

const cases: [string, GenerationRequest, number | null, boolean?, FactsOf?][] = [
  ['a picture', { type: 'image', prompt }, 0.0404],
  ['a picture by the larger model', { type: 'image', prompt, model: 'uni-1-max' }, 0.1],
  ['a picture with one reference', { type: 'image', prompt, image_ref: [picture] }, 0.0434],
  [
    'a picture with three references',
    { type: 'image', prompt, image_ref: [picture, picture, picture] },
    0.0494,
  ],
  ['an edit', { type: 'image_edit', prompt, source: picture }, 0.0434],
  [
    'an edit by the larger model with a reference',
    { type: 'image_edit', prompt, source: picture, model: 'uni-1-max', image_ref: [picture] },
    0.106,
  ],
  ['a clip as it comes', { type: 'video', prompt }, 0.3],
  [
    'ten seconds of draft, derived',
    { type: 'video', prompt, video: { resolution: '360p', duration: '10s' } },
    0.18,
    true,
  ],
  [
    'ten seconds at 1080p',
    { type: 'video', prompt, video: { resolution: '1080p', duration: '10s' } },
    3.6,
  ],
  ['HDR', { type: 'video', prompt, video: { hdr: true } }, 0.6],
  [
    'HDR with EXR at 1080p',
    { type: 'video', prompt, video: { hdr: true, exr_export: true, resolution: '1080p' } },
    3.6,
  ],
  [
    'HDR where there is none',
    { type: 'video', prompt, video: { hdr: true, resolution: '360p' } },
    null,
  ],
  [
    'an extension',
    { type: 'video', prompt, video: { start_frame: clip, resolution: '360p' } },
    0.06,
    true,
    lasting(5),
  ],
  [
    'an edit of five seconds',
    { type: 'video_edit', prompt, source: clip },
    1.08,
    false,
    lasting(5),
  ],
  [
    'an edit of seven seconds',
    { type: 'video_edit', prompt, source: clip },
    2.16,
    false,
    lasting(7),
  ],
  [
    'an edit of eighteen seconds, guessed',
    { type: 'video_edit', prompt, source: clip },
    4.32,
    true,
    lasting(18),
  ],
  ['an edit of unknown length, guessed', { type: 'video_edit', prompt, source: clip }, 1.08, true],
  [
    'an HDR edit, derived',
    { type: 'video_edit', prompt, source: clip, video: { hdr: true } },
    2.16,
    true,
    lasting(5),
  ],
  [
    'a reframe by the second',
    { type: 'video_reframe', prompt, source: clip, aspect_ratio: '9:16' },
    0.9,
    false,
    lasting(7.5),
  ],
  [
    'a reframe of unknown length',
    { type: 'video_reframe', prompt, source: clip, aspect_ratio: '9:16' },
    null,
  ],
]

it.each(cases)('prices %s', (_, request, usd, estimate = false, factsOf) => {
  expect(priceOf(request, factsOf)).toEqual(usd === null ? null : { usd, estimate })
})
