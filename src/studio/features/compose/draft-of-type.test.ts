import { describe, expect, it } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import { check, refuses } from '#contract/rules.ts'
import { draftOfType } from './draft-of-type.ts'
import { freshDraft } from './fresh-draft.ts'

const words: Draft = { ...freshDraft.image, prompt: 'Fox', aspect_ratio: '1:1' }
const clip = { upload_id: '00000000-0000-4000-8000-000000000001' }

describe('changing the kind', () => {
  it('keeps the prompt and the ratio when it fits', () => {
    expect(draftOfType('video', words, {})).toMatchObject({ prompt: 'Fox', aspect_ratio: '1:1' })
  })

  it('falls back to the usual ratio when it does not fit', () => {
    expect(draftOfType('video', { ...words, aspect_ratio: '3:1' }, {}).aspect_ratio).toBe('16:9')
  })

  it('returns to the settings as they were left, with the prompt of now', () => {
    const left: Draft = { ...freshDraft.video, prompt: 'Old', aspect_ratio: '21:9' }
    expect(draftOfType('video', words, { video: left })).toEqual({ ...left, prompt: 'Fox' })
  })

  it('takes the source along between the two kinds that work on a clip, and nowhere else', () => {
    const edit: Draft = { ...freshDraft.video_edit, prompt: 'Fox', source: clip }
    expect(draftOfType('video_reframe', edit, {}).source).toEqual(clip)
    expect(draftOfType('image_edit', edit, {}).source).toBeUndefined()
    expect(draftOfType('video', edit, {}).source).toBeUndefined()
  })

  it('remembers the user ID everywhere', () => {
    const named: Draft = { ...words, user_id: 'team-7' }
    expect(draftOfType('video', named, { video: freshDraft.video }).user_id).toBe('team-7')
  })

  it('never brings along what the other kind refuses', () => {
    const full: Draft = {
      ...freshDraft.video,
      prompt: 'Fox',
      video: { resolution: '1080p', hdr: true, exr_export: true, start_frame: clip },
    }
    const reframe = draftOfType('video_reframe', full, {})
    expect(reframe.video).toEqual({ resolution: '1080p' })
    expect(
      check(reframe)
        .filter(refuses)
        .map(({ code }) => code),
    ).toEqual(['source_required'])
  })
})
