import { describe, expect, it } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import { toDraftTier, toFinal } from './draft-tier.ts'

const source = { generation_id: '00000000-0000-4000-8000-000000000001' }
const clip = (video?: Draft['video']): Draft => ({
  type: 'video',
  prompt: 'Surf',
  ...(video && { video }),
})

describe('draft first', () => {
  it.each<[string, Draft, Draft['video'], string[]]>([
    ['a usual clip', clip(), { resolution: '360p' }, ['360p']],
    [
      'a large loop',
      clip({ resolution: '1080p', loop: true }),
      { resolution: '360p', loop: true },
      ['360p'],
    ],
    [
      'an HDR clip',
      clip({ resolution: '720p', hdr: true, exr_export: true }),
      { resolution: '360p' },
      ['360p', 'HDR off', 'no EXR frames'],
    ],
    [
      'an edit',
      { ...clip({ edit: { strength: 'flex_1' }, hdr: true }), type: 'video_edit', source },
      { resolution: '360p', edit: { strength: 'flex_1' } },
      ['360p', 'HDR off'],
    ],
  ])('is 360p and SDR for %s', (_name, draft, video, changes) => {
    const tier = toDraftTier(draft)
    expect(tier?.draft).toEqual({ ...draft, video })
    expect(tier?.changes).toEqual(changes)
  })

  it.each<[string, Draft]>([
    ['a picture', { type: 'image', prompt: 'Fox' }],
    ['an edit of a picture', { type: 'image_edit', prompt: 'Fox', source }],
    ['what is a draft already', clip({ resolution: '360p' })],
  ])('is not offered for %s', (_name, draft) => {
    expect(toDraftTier(draft)).toBeNull()
  })
})

describe('make it final', () => {
  it('changes the resolution alone and says that it will be another take', () => {
    const draft = clip({ resolution: '360p', duration: '10s' })
    expect(toFinal(draft, '1080p')).toEqual({
      draft: clip({ resolution: '1080p', duration: '10s' }),
      changes: ['1080p instead of 360p', 'There is no seed: the final will be another take.'],
    })
  })

  it('is nothing for a picture', () => {
    expect(toFinal({ type: 'image', prompt: 'Fox' }, '720p')).toBeNull()
  })
})
