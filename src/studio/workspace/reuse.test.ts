import { describe, expect, it } from 'vitest'
import { draftToReuse } from './reuse.ts'

describe('using settings again', () => {
  it('takes all that was asked for', () => {
    const request = {
      type: 'video',
      prompt: 'Surf',
      model: 'ray-3.2',
      aspect_ratio: '21:9',
      video: { resolution: '360p', duration: '10s', loop: false },
    } as const
    expect(draftToReuse({ request })).toEqual(request)
  })

  it('shows the defaults that were left unsaid', () => {
    expect(draftToReuse({ request: { type: 'video', prompt: 'Surf' } })).toMatchObject({
      aspect_ratio: '16:9',
      video: { resolution: '720p', duration: '5s' },
    })
    expect(draftToReuse({ request: { type: 'image', prompt: 'Fox' } })).toMatchObject({
      model: 'uni-1',
      output_format: 'png',
    })
  })

  it('keeps braces that were sent as words from becoming alternatives', () => {
    const request = { type: 'image', prompt: 'JSON {a|b}' } as const
    expect(draftToReuse({ request }).prompt).toBe('JSON \\{a|b\\}')
  })

  it('takes sources, references and anchors along', () => {
    const request = {
      type: 'image_edit',
      prompt: 'x',
      source: { url: 'https://a.b/c.png' },
    } as const
    expect(draftToReuse({ request })).toMatchObject(request)
  })
})
