import { expect, it } from 'vitest'
import { readDetail, wireGeneration } from './wire-answer.ts'

it.each([
  ['image_ref[0]: invalid base64 data', 'image_ref[0]'],
  ['video.keyframes[3]: failed to fetch URL (HTTP 404)', 'video.keyframes[3].image'],
  ['video.keyframe_indexes[3]: out of range', 'video.keyframes[3].frame'],
  ['Prompt must be between 1 and 6000 characters', 'prompt'],
  ["Invalid aspect_ratio '4:3'. Valid: 16:9, 1:1", 'aspect_ratio'],
  ["Type 'video' is not supported for model 'uni-1'", 'model'],
  ['Unknown model: X', 'model'],
  ["source is only valid for type 'image_edit'", 'source'],
  ["source is required for type 'image_edit'", 'source'],
])('finds the field in "%s"', (detail, path) => {
  expect(readDetail({ detail })).toEqual({ detail, path })
})

it('reads a sentence that names no field', () => {
  expect(readDetail({ detail: 'Insufficient credits. Please add credits to continue.' })).toEqual({
    detail: 'Insufficient credits. Please add credits to continue.',
  })
})

it('reads a detail that came as a list', () => {
  const detail = [{ loc: ['body', 'video', 'keyframes', 2], msg: 'bad', type: 'value_error' }]
  expect(readDetail({ detail })).toEqual({ detail: 'bad', path: 'video.keyframes[2].image' })
})

it.each([undefined, null, '', '<html>', {}, { detail: 7 }, { detail: [] }])(
  'finds nothing to say in %j',
  (body) => {
    expect(readDetail(body)).toBeNull()
  },
)

it('keeps words that this version does not know', () => {
  const answer = {
    id: 'x',
    created_at: 'now',
    model: 'ray-4',
    type: 'hologram',
    state: 'dreaming',
    failure_code: 'bored',
  }
  expect(wireGeneration.parse(answer)).toEqual(answer)
})
