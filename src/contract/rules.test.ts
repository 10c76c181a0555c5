import { describe, expect, it } from 'vitest'
import type { Draft } from './draft.ts'
import type { FactsOf, MediaFacts } from './media-ref.ts'
import { check, checkRequest, refuses, rules } from './rules.ts'

const id = '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e'
const other = '282bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e'
const picture = { url: 'https://example.com/a.png' }
const clip = { generation_id: id }
const prompt = 'x'

const image = (more: Partial<Draft> = {}): Draft => ({ type: 'image', prompt, ...more })
const imageEdit = (more: Partial<Draft> = {}): Draft => ({
  type: 'image_edit',
  prompt,
  source: picture,
  ...more,
})
const video = (settings: Draft['video'] = {}, more: Partial<Draft> = {}): Draft => ({
  type: 'video',
  prompt,
  video: settings,
  ...more,
})
const edit = (settings: Draft['video'] = {}, more: Partial<Draft> = {}): Draft => ({
  type: 'video_edit',
  prompt,
  source: clip,
  video: settings,
  ...more,
})
const reframe = (settings: Draft['video'] = {}, more: Partial<Draft> = {}): Draft => ({
  type: 'video_reframe',
  prompt,
  source: clip,
  aspect_ratio: '9:16',
  video: settings,
  ...more,
})
const refs = (count: number) => Array.from({ length: count }, () => picture)
const anchors = (...frames: number[]) => frames.map((frame) => ({ frame, image: picture }))
const sixtyFour = (first = 0) => anchors(...Array.from({ length: 64 }, (_, n) => n + first))
const at = (position: Partial<Record<'x_norm' | 'y_norm' | 'w_norm' | 'h_norm', number>>) => ({
  source_position: { x_norm: 0, y_norm: 0, w_norm: 1, h_norm: 1, ...position },
})
const facts =
  (value: MediaFacts | null): FactsOf =>
  (ref) =>
    'generation_id' in ref && ref.generation_id === id ? value : undefined
const film = (more: Partial<MediaFacts> = {}) => facts({ medium: 'video', ...more })
const MiB = 1024 * 1024

type Case = [
  code: string,
  path: string,
  breaks: Draft,
  passes: Draft,
  about?: FactsOf,
  but?: FactsOf,
]

// prettier-ignore
const cases: Case[] = [
  ['prompt_missing', 'prompt', image({ prompt: '' }), image({ prompt: 'a' })],
  ['prompt_missing', 'prompt', image({ prompt: ' \n' }), image({ prompt: ' a' })],
  ['prompt_too_long', 'prompt', image({ prompt: 'a'.repeat(6001) }), image({ prompt: 'a'.repeat(6000) })],
  ['model_for_type', 'model', image({ model: 'ray-3.2' }), image({ model: 'uni-1-max' })],
  ['model_for_type', 'model', imageEdit({ model: 'ray-3.2' }), imageEdit({ model: 'uni-1' })],
  ['model_for_type', 'model', video({}, { model: 'uni-1' }), video({}, { model: 'ray-3.2' })],
  ['model_for_type', 'model', edit({}, { model: 'uni-1' }), edit({}, { model: 'ray-3.2' })],
  ['model_for_type', 'model', reframe({}, { model: 'uni-1-max' }), reframe({}, { model: 'ray-3.2' })],
  ['field_for_type', 'source', image({ source: picture }), imageEdit()],
  ['field_for_type', 'video', image({ video: {} }), video({})],
  ['field_for_type', 'style', video({}, { style: 'auto' }), image({ style: 'auto' })],
  ['field_for_type', 'output_format', edit({}, { output_format: 'png' }), image({ output_format: 'png' })],
  ['field_for_type', 'web_search', reframe({}, { web_search: true }), imageEdit({ web_search: true })],
  ['field_for_type', 'image_ref', video({}, { image_ref: [] }), image({ image_ref: [] })],
  ['field_for_type', 'image_ref', edit({}, { image_ref: refs(1) }), imageEdit({ image_ref: refs(1) })],
  ['field_for_type', 'source', video({}, { source: clip }), edit()],
  ['field_for_type', 'aspect_ratio', edit({}, { aspect_ratio: '1:1' }), video({}, { aspect_ratio: '1:1' })],
  ['field_for_type', 'video.duration', edit({ duration: '5s' }), video({ duration: '5s' })],
  ['field_for_type', 'video.duration', reframe({ duration: '5s' }), video({ duration: '10s' })],
  ['field_for_type', 'video.end_frame', edit({ end_frame: picture }), edit({ start_frame: picture })],
  ['field_for_type', 'video.loop', edit({ loop: true }), video({ loop: true })],
  ['field_for_type', 'video.hdr', reframe({ hdr: true }), edit({ hdr: true })],
  ['field_for_type', 'video.exr_export', reframe({ exr_export: true }), edit({ hdr: true, exr_export: true })],
  ['field_for_type', 'video.start_frame', reframe({ start_frame: picture }), video({ start_frame: picture })],
  ['field_for_type', 'video.edit', video({ edit: {} }), edit({ edit: {} })],
  ['field_for_type', 'video.edit', reframe({ edit: {} }), edit({ edit: { strength: 'flex_1' } })],
  ['field_for_type', 'video.keyframes', edit({ keyframes: anchors(1) }), edit({ edit: { keyframes: anchors(1) } })],
  ['field_for_type', 'video.source_position', video(at({})), reframe(at({}))],
  ['source_required', 'source', { type: 'image_edit', prompt }, imageEdit()],
  ['source_required', 'source', { type: 'video_edit', prompt }, edit()],
  ['source_required', 'source', { type: 'video_reframe', prompt, aspect_ratio: '1:1' }, reframe()],
  ['aspect_ratio_required', 'aspect_ratio', { type: 'video_reframe', prompt, source: clip }, reframe()],
  ['aspect_ratio_for_type', 'aspect_ratio', image({ aspect_ratio: '4:3' }), image({ aspect_ratio: '3:2' })],
  ['aspect_ratio_for_type', 'aspect_ratio', image({ aspect_ratio: '21:9' }), image({ aspect_ratio: '3:1' })],
  ['aspect_ratio_for_type', 'aspect_ratio', video({}, { aspect_ratio: '2:1' }), video({}, { aspect_ratio: '21:9' })],
  ['aspect_ratio_for_type', 'aspect_ratio', reframe({}, { aspect_ratio: '1:3' }), reframe({}, { aspect_ratio: '3:4' })],
  ['user_id_too_long', 'user_id', image({ user_id: 'u'.repeat(257) }), image({ user_id: 'u'.repeat(256) })],
  ['manga_ratio', 'aspect_ratio', image({ style: 'manga', aspect_ratio: '16:9' }), image({ style: 'manga', aspect_ratio: '2:3' })],
  ['manga_ratio', 'aspect_ratio', image({ style: 'manga', aspect_ratio: '1:1' }), image({ style: 'manga' })],
  ['image_ref_limit', 'image_ref', image({ image_ref: refs(10) }), image({ image_ref: refs(9) })],
  ['image_edit_ref_limit', 'image_ref', imageEdit({ image_ref: refs(9) }), imageEdit({ image_ref: refs(8) })],
  ['anchor_with_10s', 'video.start_frame', video({ start_frame: picture, duration: '10s' }), video({ start_frame: picture, duration: '5s' })],
  ['anchor_with_10s', 'video.end_frame', video({ end_frame: picture, duration: '10s' }), video({ end_frame: picture })],
  ['anchor_with_keyframes', 'video.start_frame', video({ start_frame: picture, keyframes: anchors(9) }), video({ keyframes: anchors(9) })],
  ['anchor_with_keyframes', 'video.end_frame', video({ end_frame: picture, keyframes: anchors(9) }), video({ start_frame: picture, end_frame: picture })],
  ['keyframes_on_grid', 'video.keyframes', video({ keyframes: [] }), video({ keyframes: anchors(0) })],
  ['keyframes_on_grid', 'video.keyframes', video({ keyframes: [...sixtyFour(), ...anchors(80)] }), video({ keyframes: sixtyFour() })],
  ['keyframes_on_grid', 'video.keyframes[1].frame', video({ keyframes: anchors(0, 121) }), video({ keyframes: anchors(0, 120) })],
  ['keyframes_on_grid', 'video.keyframes[0].frame', video({ duration: '10s', keyframes: anchors(241) }), video({ duration: '10s', keyframes: anchors(240) })],
  ['keyframes_on_grid', 'video.keyframes[0].frame', video({ keyframes: anchors(-1) }), video({ keyframes: anchors(0) })],
  ['keyframes_on_grid', 'video.keyframes[0].frame', video({ keyframes: anchors(1.5) }), video({ keyframes: anchors(2) })],
  ['keyframes_on_grid', 'video.keyframes[1].frame', video({ keyframes: anchors(7, 7) }), video({ keyframes: anchors(7, 8) })],
  ['loop_with_10s', 'video.loop', video({ loop: true, duration: '10s' }), video({ loop: false, duration: '10s' })],
  ['loop_with_hdr', 'video.loop', video({ loop: true, hdr: true }), video({ hdr: true })],
  ['loop_with_end_frame', 'video.loop', video({ loop: true, end_frame: picture }), video({ loop: true, start_frame: picture })],
  ['loop_with_keyframes', 'video.loop', video({ loop: true, keyframes: anchors(0) }), video({ loop: true })],
  ['hdr_resolution', 'video.hdr', video({ hdr: true, resolution: '540p' }), video({ hdr: true, resolution: '1080p' })],
  ['hdr_resolution', 'video.hdr', video({ hdr: true, resolution: '360p' }), video({ hdr: true })],
  ['hdr_duration', 'video.hdr', video({ hdr: true, duration: '10s' }), video({ hdr: true, duration: '5s' })],
  ['exr_needs_hdr', 'video.exr_export', video({ exr_export: true }), video({ exr_export: true, hdr: true })],
  ['exr_needs_hdr', 'video.exr_export', edit({ exr_export: true, hdr: false }), edit({ exr_export: true, hdr: true })],
  ['extension_alone', 'video', video({ start_frame: clip, end_frame: picture }), video({ start_frame: clip }), film()],
  ['extension_alone', 'video', video({ start_frame: picture, end_frame: clip }), video({ end_frame: clip }), film()],
  ['extension_sdr', 'video.hdr', video({ start_frame: clip, hdr: true }), video({ start_frame: clip, hdr: false }), film()],
  ['tall_1080p', 'video.resolution', video({ resolution: '1080p' }, { aspect_ratio: '9:16' }), video({ resolution: '720p' }, { aspect_ratio: '9:16' })],
  ['tall_1080p', 'video.resolution', video({ resolution: '1080p' }, { aspect_ratio: '3:4' }), video({ resolution: '1080p' }, { aspect_ratio: '1:1' })],
  ['hdr_access', 'video.hdr', video({ hdr: true }), video({ hdr: false })],
  ['auto_or_manual', 'video.edit.strength', edit({ edit: { auto_controls: true, strength: 'flex_2' } }), edit({ edit: { auto_controls: true } })],
  ['auto_or_manual', 'video.edit.controls', edit({ edit: { auto_controls: true, controls: {} } }), edit({ edit: { auto_controls: false, controls: {} } })],
  ['control_amount', 'video.edit.controls.depth.blur', edit({ edit: { controls: { depth: { blur: 1.01 } } } }), edit({ edit: { controls: { depth: { blur: 1 } } } })],
  ['control_amount', 'video.edit.controls.normals.augmentation', edit({ edit: { controls: { normals: { augmentation: -0.01 } } } }), edit({ edit: { controls: { normals: { augmentation: 0 } } } })],
  ['control_amount', 'video.edit.controls.trajectory.sparsity', edit({ edit: { controls: { trajectory: { sparsity: 2 } } } }), edit({ edit: { controls: { trajectory: { sparsity: 0.5 } } } })],
  ['edit_keyframes_on_grid', 'video.edit.keyframes', edit({ edit: { keyframes: [...sixtyFour(), ...anchors(90)] } }), edit({ edit: { keyframes: sixtyFour() } })],
  ['edit_keyframes_on_grid', 'video.edit.keyframes[0].frame', edit({ edit: { keyframes: anchors(72) } }), edit({ edit: { keyframes: anchors(71) } }), film({ frames: 72 })],
  ['edit_start_with_keyframes', 'video.start_frame', edit({ start_frame: picture, edit: { keyframes: anchors(0) } }), edit({ edit: { keyframes: anchors(0) } })],
  ['edit_source_length', 'source', edit(), edit(), film({ duration_s: 18.01 }), film({ duration_s: 18 })],
  ['source_position_range', 'video.source_position.x_norm', reframe(at({ x_norm: -2.01 })), reframe(at({ x_norm: -2 }))],
  ['source_position_range', 'video.source_position.y_norm', reframe(at({ y_norm: 2.01 })), reframe(at({ y_norm: 2 }))],
  ['source_position_range', 'video.source_position.w_norm', reframe(at({ w_norm: 0 })), reframe(at({ w_norm: 0.001 }))],
  ['source_position_range', 'video.source_position.h_norm', reframe(at({ h_norm: 2.01 })), reframe(at({ h_norm: 2 }))],
  ['reframe_source_length', 'source', reframe(), reframe(), film({ duration_s: 30.1 }), film({ duration_s: 30 })],
  ['reframe_1080p', 'video.resolution', reframe({ resolution: '1080p' }), reframe({ resolution: '720p' })],
  ['reframe_same_ratio', 'aspect_ratio', reframe(), reframe(), film({ width: 720, height: 1280 }), film({ width: 1280, height: 720 })],
  ['reframe_same_ratio', 'aspect_ratio', reframe(), reframe(at({ x_norm: 0.1 })), film({ width: 720, height: 1280 }), film({ width: 720, height: 1280 })],
  ['media_unknown', 'source', edit(), edit(), facts(null), film()],
  ['media_medium', 'source', edit(), edit(), facts({ medium: 'image' }), film()],
  ['media_medium', 'image_ref[0]', image({ image_ref: [clip] }), image({ image_ref: [{ generation_id: other }] }), film()],
  ['media_medium', 'video.keyframes[0].image', video({ keyframes: [{ frame: 0, image: clip }] }), video({ start_frame: clip }), film()],
  ['media_too_large', 'source', edit(), edit(), film({ bytes: 200 * MiB + 1 }), film({ bytes: 200 * MiB })],
  ['media_too_large', 'source', imageEdit({ source: clip }), imageEdit({ source: clip }), facts({ medium: 'image', bytes: 50 * MiB + 1 }), facts({ medium: 'image', bytes: 50 * MiB })],
  ['image_side', 'source', imageEdit({ source: clip }), imageEdit({ source: clip }), facts({ medium: 'image', width: 8001, height: 1 }), facts({ medium: 'image', width: 8000, height: 1 })],
  ['media_type_for_place', 'image_ref[0]', image({ image_ref: [{ data: 'AAAA', media_type: 'video/mp4' }] }), image({ image_ref: [{ data: 'AAAA', media_type: 'image/png' }] })],
  ['media_type_for_place', 'source', edit({}, { source: { data: 'AAAA', media_type: 'image/png' } }), edit({}, { source: { data: 'AAAA', media_type: 'Video/MP4' } })],
  ['video_url_media_type', 'source.media_type', edit({}, { source: picture }), edit({}, { source: { ...picture, media_type: 'video/mp4' } })],
]

const brokenAt = (draft: Draft, factsOf?: FactsOf) =>
  check(draft, factsOf).map(({ code, path }) => `${code} at ${path}`)

describe.each(cases)('%s at %s', (code, path, breaks, passes, about, but = about) => {
  it('speaks when it is broken', () => {
    expect(brokenAt(breaks, about)).toContain(`${code} at ${path}`)
  })
  it('is silent when it is only just kept', () => {
    const codes = check(passes, but).map((violation) => violation.code)
    expect(codes).not.toContain(code)
    expect(check(passes, but).filter(refuses)).toEqual([])
  })
})

it('has a case for every rule of the list', () => {
  const told = new Set(cases.map(([code]) => code))
  expect(rules.map(({ code }) => code).filter((code) => !told.has(code))).toEqual([])
})

it('gives every rule a code of its own', () => {
  const codes = rules.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
})

it('lets a rolling rule go with a warning', () => {
  const checked = checkRequest(video({ resolution: '1080p' }, { aspect_ratio: '9:16' }))
  expect(checked).toMatchObject({
    request: { type: 'video' },
    warnings: [{ code: 'tall_1080p', firmness: 'rolling' }],
  })
})

it('names a field that no request has', () => {
  const checked = checkRequest({ type: 'image', prompt: 'x', seed: 7 })
  expect(checked).toMatchObject({
    request: null,
    violations: [{ code: 'shape', path: 'seed', reason: "'seed' is not a field of a request." }],
  })
})

it.each([undefined, null, 'text', 7, [], { prompt: 'x' }, { type: 'audio', prompt: 'x' }])(
  'refuses %j without throwing',
  (value) => {
    expect(checkRequest(value).request).toBeNull()
  },
)
