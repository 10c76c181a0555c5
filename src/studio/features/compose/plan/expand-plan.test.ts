import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import { nothingKnown } from '#contract/media-ref.ts'
import { axesOf } from './axes.ts'
import { type Expansion, expandPlan } from './expand-plan.ts'
import { type Plan, setLimit, single } from './plan.ts'

const fox: Draft = { type: 'image', prompt: 'A fox', model: 'uni-1' }
const clip: Draft = { type: 'video', prompt: 'Surf', video: { resolution: '360p' } }
const source = { generation_id: '00000000-0000-4000-8000-000000000001' }
const reframe: Draft = { type: 'video_reframe', prompt: 'Sky', aspect_ratio: '16:9', source }
const rectangle = { x_norm: 0, y_norm: 0.25, w_norm: 1, h_norm: 0.5 }

const expand = (draft: Draft, plan: Partial<Plan> = {}, factsOf = nothingKnown) =>
  expandPlan(draft, { ...single, ...plan }, factsOf)

const labelsOf = ({ items }: Expansion) =>
  items.map(({ labels }) => labels.map(({ name, value }) => `${name} ${value}`).join(', '))

describe('what one submission makes', () => {
  it('is the draft itself when nothing is to be many', () => {
    const { items, total, factors, isOver } = expand(fox)
    expect({ total, factors, isOver }).toEqual({ total: 1, factors: [], isOver: false })
    expect(items[0]?.draft).toEqual(fox)
    expect(items[0]?.request).toEqual(fox)
    expect(items[0]?.labels).toEqual([])
  })

  it('goes through prompts, settings and times in reading order', () => {
    const draft = { ...fox, prompt: 'A fox at {dawn|noon}' }
    const axes = [{ path: 'model', values: ['uni-1', 'uni-1-max'] }]
    const expansion = expand(draft, { axes, times: 2 })
    expect(labelsOf(expansion)).toEqual([
      'Prompt dawn, Model uni-1, Run 1',
      'Prompt dawn, Model uni-1, Run 2',
      'Prompt dawn, Model uni-1-max, Run 1',
      'Prompt dawn, Model uni-1-max, Run 2',
      'Prompt noon, Model uni-1, Run 1',
      'Prompt noon, Model uni-1, Run 2',
      'Prompt noon, Model uni-1-max, Run 1',
      'Prompt noon, Model uni-1-max, Run 2',
    ])
    expect(expansion.factors.map(({ name, count }) => `${count} ${name}`)).toEqual([
      '2 prompts',
      '2 models',
      '2 times',
    ])
    expect(expansion.items[7]?.request).toEqual({
      type: 'image',
      prompt: 'A fox at noon',
      model: 'uni-1-max',
    })
  })

  it('prices each and all', () => {
    const axes = [{ path: 'model', values: ['uni-1', 'uni-1-max'] }]
    const { items, price } = expand(fox, { axes, times: 2 })
    expect(items.map((item) => item.price?.usd)).toEqual([0.0404, 0.0404, 0.1, 0.1])
    expect(price).toEqual({ usd: 0.2808, estimate: false, known: 4, unknown: 0 })
  })

  it('says which price is not known, and which is a guess', () => {
    const axes = [{ path: 'video.duration', values: ['5s', '10s'] }]
    const { items, price } = expand(clip, { axes })
    expect(items.map((item) => item.price)).toEqual([
      { usd: 0.06, estimate: false },
      { usd: 0.18, estimate: true },
    ])
    expect(price).toEqual({ usd: 0.24, estimate: true, known: 2, unknown: 0 })
    expect(expand(reframe, { times: 3 }).price).toMatchObject({ known: 0, unknown: 3 })
  })

  it('keeps what breaks a rule in sight, with its reason, and does not count its price', () => {
    const axes = [
      { path: 'style', values: ['auto', 'manga'] },
      { path: 'aspect_ratio', values: ['', '16:9'] },
    ]
    const { items, price } = expand(fox, { axes })
    expect(items.map(({ isRefused }) => isRefused)).toEqual([false, false, false, true])
    expect(items[3]?.violations.map(({ code }) => code)).toEqual(['manga_ratio'])
    expect(items[3]?.request).toBeNull()
    expect(items[0]?.draft).not.toHaveProperty('aspect_ratio')
    expect(price).toMatchObject({ known: 3, usd: 0.1212 })
  })

  it('lets through what is only doubtful, and says so', () => {
    const axes = [{ path: 'video.resolution', values: ['720p', '1080p'] }]
    const { items } = expand({ ...clip, aspect_ratio: '9:16' }, { axes })
    expect(items[1]?.request).not.toBeNull()
    expect(items[1]?.violations.map(({ code }) => code)).toEqual(['tall_1080p'])
  })

  it('prices what has no words or no source yet', () => {
    const { items, price } = expand({ ...fox, prompt: '' }, { times: 2 })
    expect(items.map(({ isRefused, request }) => [isRefused, request])).toEqual([
      [false, null],
      [false, null],
    ])
    expect(price.usd).toBe(0.0808)
    expect(expand({ type: 'image_edit', prompt: '' }).price.usd).toBe(0.0434)
  })

  it('reframes to the draft’s own shape and to further ones, each with its own rectangle', () => {
    const draft = { ...reframe, video: { source_position: rectangle, resolution: '540p' as const } }
    const targets = [
      { aspect_ratio: '1:1' as const },
      { aspect_ratio: '9:16' as const, source_position: { ...rectangle, y_norm: 0.4 } },
    ]
    const expansion = expand(draft, { targets })
    expect(labelsOf(expansion)).toEqual(['Ratio 16:9', 'Ratio 1:1', 'Ratio 9:16'])
    expect(expansion.items.map((item) => item.draft.video)).toEqual([
      { source_position: rectangle, resolution: '540p' },
      { resolution: '540p' },
      { source_position: { ...rectangle, y_norm: 0.4 }, resolution: '540p' },
    ])
  })

  it('leaves out what belongs to another kind', () => {
    const axes = [
      { path: 'video.resolution', values: ['360p', '720p'] },
      { path: 'no.such', values: ['a', 'b'] },
      { path: 'model', values: [] },
    ]
    expect(expand(fox, { axes, targets: [{ aspect_ratio: '1:1' }] }).total).toBe(1)
  })

  it('counts beyond the limit and makes no more than it', () => {
    const many = expand({ ...fox, prompt: '{a|b|c}'.repeat(9) }, { times: 24 })
    expect(many).toMatchObject({ total: 3 ** 9 * 24, isOver: true })
    expect(many.items).toHaveLength(setLimit)
    const endless = expand({ ...fox, prompt: '{a|b}'.repeat(3000) })
    expect(endless).toMatchObject({ total: Infinity, isOver: true })
    expect(endless.items).toHaveLength(setLimit)
  })
})

const first = (type: Draft['type'], path: string) =>
  axesOf(type).find((axis) => axis.path === path)?.values[0]

describe('settings that can be compared', () => {
  it.each([
    ['image', ['model', 'style', 'aspect_ratio', 'output_format']],
    ['image_edit', ['model', 'style', 'output_format']],
    ['video', ['aspect_ratio', 'video.resolution', 'video.duration']],
    ['video_edit', ['video.edit.strength', 'video.resolution']],
    ['video_reframe', ['video.resolution']],
  ] as const)('are read off the contract for %s', (type, paths) => {
    expect(axesOf(type).map(({ path }) => path)).toEqual(paths)
  })

  it('leave the choice to the model only where leaving it out means that', () => {
    expect(first('image', 'aspect_ratio')).toBe('')
    expect(first('video', 'aspect_ratio')).toBe('9:16')
    expect(first('video_edit', 'video.edit.strength')).toBe('')
    expect(first('video_edit', 'video.resolution')).toBe('360p')
  })
})

const anyPlan = fc.record({
  words: fc.integer({ min: 1, max: 4 }),
  models: fc.integer({ min: 0, max: 2 }),
  styles: fc.integer({ min: 0, max: 2 }),
  times: fc.integer({ min: 1, max: 24 }),
})

describe('any plan', () => {
  it('makes the product of its factors, each item another, free of braces, in one order', () => {
    fc.assert(
      fc.property(anyPlan, ({ words, models, styles, times }) => {
        const options = ['a', 'b', 'c', 'd'].slice(0, words).join('|')
        const draft = { ...fox, prompt: words > 1 ? `Fox {${options}}` : 'Fox' }
        const axes = [
          { path: 'model', values: ['uni-1', 'uni-1-max'].slice(0, models) },
          { path: 'style', values: ['auto', 'manga'].slice(0, styles) },
        ]
        const product = words * Math.max(1, models) * Math.max(1, styles) * times
        const expansion = expand(draft, { axes, times })
        expect(expansion.total).toBe(product)
        expect(expansion.items).toHaveLength(Math.min(product, setLimit))
        expect(expansion.isOver).toBe(product > setLimit)
        expect(new Set(labelsOf(expansion)).size).toBe(expansion.items.length)
        expect(expand(draft, { axes, times })).toEqual(expansion)
        for (const { request } of expansion.items) expect(request?.prompt).not.toMatch(/[{|}]/)
      }),
    )
  })
})
