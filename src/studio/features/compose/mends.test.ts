import { describe, expect, it } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import type { FactsOf } from '#contract/media-ref.ts'
import { check, refuses } from '#contract/rules.ts'
import { freshDraft } from './fresh-draft.ts'
import { mendsOf } from './mends.ts'

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const picture = { upload_id: idOf(1) }
const film = { generation_id: idOf(2) }
const gone = { upload_id: idOf(3) }
const factsOf: FactsOf = (ref) => {
  if ('upload_id' in ref) return ref.upload_id === gone.upload_id ? null : { medium: 'image' }
  return { medium: 'video', frames: 120, duration_s: 5 }
}
const clip = (video: object): Draft => ({ ...freshDraft.video, prompt: 'x', video })
const edit = (video: object): Draft => ({
  ...freshDraft.video_edit,
  prompt: 'x',
  source: film,
  video,
})
const picture10 = Array.from({ length: 10 }, () => picture)
const far = [{ frame: 300, image: picture }]

const broken: [code: string, draft: Draft][] = [
  ['manga_ratio', { ...freshDraft.image, prompt: 'x', style: 'manga', aspect_ratio: '1:1' }],
  ['model_for_type', { ...freshDraft.image, prompt: 'x', model: 'ray-3.2' }],
  ['aspect_ratio_for_type', { ...freshDraft.video, prompt: 'x', aspect_ratio: '3:1' }],
  ['image_ref_limit', { ...freshDraft.image, prompt: 'x', image_ref: picture10 }],
  [
    'image_edit_ref_limit',
    { ...freshDraft.image_edit, prompt: 'x', source: picture, image_ref: picture10 },
  ],
  ['anchor_with_10s', clip({ duration: '10s', start_frame: picture })],
  [
    'anchor_with_keyframes',
    clip({ end_frame: picture, keyframes: [{ frame: 9, image: picture }] }),
  ],
  ['keyframes_on_grid', clip({ keyframes: far })],
  ['edit_keyframes_on_grid', edit({ edit: { keyframes: far } })],
  ['loop_with_10s', clip({ loop: true, duration: '10s' })],
  ['loop_with_hdr', clip({ loop: true, hdr: true })],
  ['loop_with_end_frame', clip({ loop: true, end_frame: picture })],
  ['loop_with_keyframes', clip({ loop: true, keyframes: [{ frame: 9, image: picture }] })],
  ['hdr_resolution', clip({ hdr: true, resolution: '360p' })],
  ['hdr_duration', clip({ hdr: true, duration: '10s' })],
  ['exr_needs_hdr', clip({ exr_export: true })],
  ['extension_alone', clip({ start_frame: film, end_frame: picture })],
  ['extension_sdr', clip({ start_frame: film, hdr: true })],
  ['auto_or_manual', edit({ edit: { auto_controls: true, strength: 'flex_1' } })],
  [
    'edit_start_with_keyframes',
    edit({ start_frame: picture, edit: { keyframes: [{ frame: 9, image: picture }] } }),
  ],
  ['field_for_type', { ...freshDraft.video, prompt: 'x', style: 'auto' }],
  ['media_unknown', { ...freshDraft.image, prompt: 'x', image_ref: [picture, gone] }],
  ['media_medium', { ...freshDraft.image, prompt: 'x', image_ref: [film] }],
]

describe('the ways out of a breach', () => {
  it.each(broken)('lead out of %s and into no other', (code, draft) => {
    const breaches = check(draft, factsOf).filter(refuses)
    const breach = breaches.find((each) => each.code === code)
    expect(breach, JSON.stringify(breaches)).toBeDefined()
    if (!breach) return
    const mends = mendsOf(breach, draft, factsOf)
    expect(mends.length).toBeGreaterThan(0)
    for (const mend of mends) {
      const left = check(mend.draft, factsOf).filter(refuses)
      expect(left.map((each) => each.code)).not.toContain(code)
      expect(mend.draft.prompt).toBe('x')
    }
  })
})
