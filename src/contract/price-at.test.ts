import { describe, expect, it } from 'vitest'
import type { MediaFacts } from './media-ref.ts'
import { priceAt } from './price-at.ts'
import { priceOf } from './price.ts'

const prompt = 'x'
const source = { generation_id: '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e' }
const picture: MediaFacts = { medium: 'image' }
const lasting = (duration_s: number): MediaFacts => ({ medium: 'video', duration_s })
const draft = { resolution: '360p' } as const

type Request = Parameters<typeof priceAt>[0]
const clip = (video: object): Request =>
  ({ type: 'video', prompt, video: { ...draft, ...video } }) as Request
const edit = (video: object = {}): Request =>
  ({ type: 'video_edit', prompt, source, video: { ...draft, ...video } }) as Request
const reframe: Request = {
  type: 'video_reframe',
  prompt,
  source,
  video: draft,
  aspect_ratio: '1:1',
}

describe('what a draft costs at 720p', () => {
  it.each<[string, Request, MediaFacts | undefined]>([
    ['a clip', clip({}), undefined],
    ['ten seconds', clip({ duration: '10s' }), undefined],
    ['a clip from a picture', clip({ start_frame: source }), picture],
    ['an extension', clip({ start_frame: source }), lasting(7)],
    ['an edit of five seconds', edit(), lasting(4.2)],
    ['an edit of ten seconds', edit(), lasting(10)],
    ['an edit of eighteen seconds', edit(), lasting(18)],
    ['an edit of a clip of unknown length', edit(), undefined],
    ['an edit in HDR', edit({ hdr: true }), lasting(5)],
    ['an edit in HDR with its frames', edit({ hdr: true, exr_export: true }), lasting(5)],
    ['a reframed clip', reframe, lasting(7.25)],
  ])('is told for %s', (_, request, facts) => {
    const cost = priceOf(request, () => facts)
    const full = { ...request, video: { ...request.video, resolution: '720p' } } as Request
    expect(cost && priceAt(request, cost, '720p')).toBe(priceOf(full, () => facts)?.usd)
  })

  it('is not made up where no table has such a price', () => {
    expect(priceAt(clip({}), { usd: 0.07, estimate: false }, '720p')).toBeNull()
  })
})
