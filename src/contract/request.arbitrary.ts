import fc from 'fast-check'
import { imageFormats, imageModels, imageRatios, imageStyles, mangaRatios } from './image.ts'
import type { Keyframe } from './keyframe.ts'
import type { MediaRef } from './media-ref.ts'
import type { GenerationRequest } from './request.ts'
import { editStrengths } from './video-edit.ts'
import { lastIndex, videoDurations, videoModels, videoRatios, videoResolutions } from './video.ts'

/** Leaves out what came as undefined, as a form does. */
const some = <T extends Record<string, fc.Arbitrary<unknown>>>(fields: T) =>
  fc.record(fields, { requiredKeys: [] })

const prompt = fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== '')
const bytes = fc.uint8Array({ minLength: 1, maxLength: 12 })
const data = bytes.map((value) => Buffer.from(value).toString('base64'))

const imageRef: fc.Arbitrary<MediaRef> = fc.oneof(
  fc.record({ generation_id: fc.uuid() }),
  fc.record({ url: fc.webUrl() }),
  fc.record({ data, media_type: fc.constantFrom('image/png', 'image/jpeg') }),
)
const clipRef: fc.Arbitrary<MediaRef> = fc.oneof(
  fc.record({ generation_id: fc.uuid() }),
  fc.record({ url: fc.webUrl(), media_type: fc.constant('video/mp4') }),
  fc.record({ data, media_type: fc.constant('video/mp4') }),
)

const keyframesTo = (last: number): fc.Arbitrary<Keyframe[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: last }), { minLength: 1, maxLength: 64 })
    .chain((frames) =>
      fc.tuple(...frames.map((frame) => imageRef.map((image) => ({ frame, image })))),
    )

const shared = { user_id: fc.string({ maxLength: 256 }) }
const pictures = {
  ...shared,
  model: fc.constantFrom(...imageModels),
  output_format: fc.constantFrom(...imageFormats),
  web_search: fc.boolean(),
}

const image = fc
  .tuple(
    prompt,
    some({ ...pictures, image_ref: fc.array(imageRef, { maxLength: 9 }) }),
    fc.oneof(
      some({ style: fc.constant('auto'), aspect_ratio: fc.constantFrom(...imageRatios) }),
      some({ style: fc.constant('manga'), aspect_ratio: fc.constantFrom(...mangaRatios) }),
    ),
  )
  .map(([words, fields, shape]) => ({ type: 'image', prompt: words, ...fields, ...shape }))

const imageEdit = fc
  .tuple(
    prompt,
    imageRef,
    some({
      ...pictures,
      style: fc.constantFrom(...imageStyles),
      image_ref: fc.array(imageRef, { maxLength: 8 }),
    }),
  )
  .map(([words, source, fields]) => ({ type: 'image_edit', prompt: words, source, ...fields }))

const clip = { ...shared, model: fc.constantFrom(...videoModels) }
const resolution = fc.constantFrom(...videoResolutions)
const frames = { start_frame: imageRef, end_frame: imageRef }

const anchored = fc.constantFrom(...videoDurations).chain((duration) =>
  fc.record({
    duration: fc.constant(duration),
    keyframes: keyframesTo(lastIndex(duration)),
  }),
)
const hdr = fc.record(
  {
    resolution: fc.constantFrom('720p', '1080p'),
    hdr: fc.constant(true),
    exr_export: fc.boolean(),
    duration: fc.constant('5s'),
  },
  { requiredKeys: ['hdr'] },
)
const videoSettings = fc.oneof(
  some({ resolution, duration: fc.constantFrom(...videoDurations) }),
  some({ resolution, duration: fc.constant('5s'), ...frames }),
  some({ resolution, loop: fc.boolean(), start_frame: imageRef }),
  anchored,
  hdr,
)

const video = fc
  .tuple(
    prompt,
    some({ ...clip, aspect_ratio: fc.constantFrom(...videoRatios) }),
    fc.option(videoSettings, { nil: undefined }),
  )
  .map(([words, fields, settings]) => ({
    type: 'video',
    prompt: words,
    ...fields,
    ...(settings && { video: settings }),
  }))

const enabled = fc.boolean()
const amount = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0)
const controls = some({
  depth: some({ enabled, blur: amount }),
  normals: some({ enabled, augmentation: amount }),
  pose: some({ enabled, strength: fc.constantFrom('precise', 'coarse') }),
  face: some({ enabled }),
  trajectory: some({ enabled, sparsity: amount }),
})
const guides = { keyframes: keyframesTo(400) }
const edit = fc.oneof(
  some({ auto_controls: fc.constant(true), ...guides }),
  some({ strength: fc.constantFrom(...editStrengths), controls, ...guides }),
)
const editSettings = fc.oneof(
  some({ resolution, edit }),
  some({ resolution, start_frame: imageRef }),
  fc.record({ hdr: fc.constant(true), exr_export: fc.boolean(), edit }, { requiredKeys: ['hdr'] }),
)
const videoEdit = fc
  .tuple(prompt, clipRef, some(clip), fc.option(editSettings, { nil: undefined }))
  .map(([words, source, fields, settings]) => ({
    type: 'video_edit',
    prompt: words,
    source,
    ...fields,
    ...(settings && { video: settings }),
  }))

const edge = fc.double({ min: -2, max: 2, noNaN: true }).map((value) => value + 0)
const side = fc.double({ min: 0.001, max: 2, noNaN: true })
const reframeSettings = some({
  resolution,
  source_position: fc.record({ x_norm: edge, y_norm: edge, w_norm: side, h_norm: side }),
})
const videoReframe = fc
  .tuple(
    prompt,
    clipRef,
    fc.constantFrom(...videoRatios),
    some(clip),
    fc.option(reframeSettings, { nil: undefined }),
  )
  .map(([words, source, aspect_ratio, fields, settings]) => ({
    type: 'video_reframe',
    prompt: words,
    source,
    aspect_ratio,
    ...fields,
    ...(settings && { video: settings }),
  }))

/** Every request that the form can express, of all five types. */
export const anyRequest = fc.oneof(
  image,
  imageEdit,
  video,
  videoEdit,
  videoReframe,
) as fc.Arbitrary<GenerationRequest>
