import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyRequest } from './request.arbitrary.ts'
import type { GenerationRequest } from './request.ts'
import { checkRequest } from './rules.ts'
import { decodeRequest } from './wire-decode.ts'
import { fromWirePath, toWirePath } from './wire-path.ts'
import { encodeRequest } from './wire.ts'

const id = '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e'
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

it('refuses nothing that the form can express', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      expect(checkRequest(request)).toMatchObject({ request })
    }),
    { numRuns: 400 },
  )
})

it('brings every request through the wire and back unchanged', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      expect(decodeRequest(json(encodeRequest(request)))).toEqual({ draft: request })
    }),
    { numRuns: 400 },
  )
})

it('turns pairs into the two parallel lists of the wire', () => {
  const request: GenerationRequest = {
    type: 'video',
    prompt: 'a walk',
    video: {
      keyframes: [
        { frame: 0, image: { url: 'https://example.com/a.png' } },
        { frame: 120, image: { generation_id: id } },
      ],
    },
  }
  expect(encodeRequest(request)).toEqual({
    type: 'video',
    prompt: 'a walk',
    video: {
      keyframes: [{ url: 'https://example.com/a.png' }, { generation_id: id }],
      keyframe_indexes: [0, 120],
    },
  })
})

it('sends an upload only as what its bytes are turned into', () => {
  const request: GenerationRequest = {
    type: 'image',
    prompt: 'like this',
    image_ref: [{ upload_id: id }],
  }
  expect(() => encodeRequest(request)).toThrow('An upload has no name on the wire')
  const sent = encodeRequest(request, () => ({ data: 'AAAA', media_type: 'image/png' }))
  expect(sent.image_ref).toEqual([{ data: 'AAAA', media_type: 'image/png' }])
})

it('reads a bare prompt as an image, and null as absent', () => {
  expect(decodeRequest({ prompt: 'a cup', model: null, video: null })).toEqual({
    draft: { type: 'image', prompt: 'a cup' },
  })
})

it('ignores what follows the source', () => {
  const source = { generation_id: id }
  expect(decodeRequest({ type: 'image_edit', prompt: 'x', source, aspect_ratio: '16:9' })).toEqual({
    draft: { type: 'image_edit', prompt: 'x', source },
  })
  expect(
    decodeRequest({ type: 'video_edit', prompt: 'x', source, video: { duration: '10s' } }),
  ).toEqual({ draft: { type: 'video_edit', prompt: 'x', source, video: {} } })
})

const refused: [string, unknown, { status: number; detail: string }][] = [
  ['a list', [], { status: 422, detail: 'This must be an object.' }],
  [
    'a model that is not there',
    { prompt: 'x', model: 'uni-9' },
    { status: 400, detail: 'Unknown model: uni-9' },
  ],
  [
    'a type that is not there',
    { prompt: 'x', type: 'audio' },
    { status: 400, detail: 'Unknown type: audio' },
  ],
  [
    'a ratio that is not there',
    { prompt: 'x', aspect_ratio: '5:4' },
    { status: 400, detail: "Invalid aspect_ratio '5:4'" },
  ],
  [
    'an empty reference',
    { prompt: 'x', image_ref: [{}] },
    { status: 400, detail: "image_ref[0]: provide one of 'url', 'data' or 'generation_id'" },
  ],
  [
    'two names for one reference',
    { prompt: 'x', image_ref: [{ url: 'https://a.b/c', data: 'AAAA', media_type: 'image/png' }] },
    { status: 400, detail: "image_ref[0]: provide either 'url' or 'data', not both" },
  ],
  [
    'bytes of no kind',
    { prompt: 'x', image_ref: [{ data: 'AAAA' }] },
    { status: 400, detail: "image_ref[0]: 'media_type' is required with 'data'" },
  ],
  [
    'bytes that are no base64',
    { prompt: 'x', image_ref: [{ data: 'a~', media_type: 'image/png' }] },
    { status: 422, detail: 'image_ref[0]: invalid base64 data' },
  ],
  [
    'lists of unequal length',
    {
      prompt: 'x',
      type: 'video',
      video: { keyframes: [{ generation_id: id }], keyframe_indexes: [] },
    },
    { status: 422, detail: 'video.keyframe_indexes: must match keyframes in length' },
  ],
  [
    'a number where a word belongs',
    { prompt: 7 },
    { status: 400, detail: 'Prompt must be between 1 and 6000 characters' },
  ],
  [
    'a word where a flag belongs',
    { prompt: 'x', type: 'video', video: { loop: 'yes' } },
    { status: 422, detail: 'video.loop: This must be true or false.' },
  ],
]

it.each(refused)('refuses %s in the words of the upstream', (_, body, answer) => {
  const decoded = decodeRequest(body)
  if (!('refusals' in decoded)) throw new Error('it was taken')
  expect(decoded.refusals[0]).toMatchObject({ status: answer.status })
  expect(decoded.refusals[0]?.detail).toContain(answer.detail)
})

it('never throws, whatever comes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      const decoded = decodeRequest(body)
      expect('draft' in decoded || decoded.refusals.length > 0).toBe(true)
    }),
  )
})

it('names the same place on both sides of the wire', () => {
  const pairs = [
    ['video.keyframes[3].frame', 'video.keyframe_indexes[3]'],
    ['video.edit.keyframes[0].image', 'video.edit.keyframes[0]'],
    ['image_ref[2]', 'image_ref[2]'],
    ['prompt', 'prompt'],
  ] as const
  for (const [ours, theirs] of pairs) {
    expect(toWirePath(ours)).toBe(theirs)
    expect(fromWirePath(theirs)).toBe(ours)
  }
})
