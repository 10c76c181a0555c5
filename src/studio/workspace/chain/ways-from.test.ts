import { describe, expect, it } from 'vitest'
import { checkRequest } from '#contract/rules.ts'
import type { Draft } from '#contract/draft.ts'
import type { FactsOf, MediaRef } from '#contract/media-ref.ts'
import { generationFixture, storedClip } from '../../api/generation-fixture.ts'
import { freshDraft } from '../../features/compose/fresh-draft.ts'
import { waysFrom } from './ways-from.ts'

const picture = generationFixture(1)
const clip = generationFixture(2, { outputs: [storedClip] })
const factsOf: FactsOf = (ref) =>
  'generation_id' in ref && ref.generation_id === clip.id
    ? { medium: 'video', width: 1280, height: 720, frames: 120, fps: 24, duration_s: 5 }
    : { medium: 'image', width: 2048, height: 1152 }
const words: Draft = { ...freshDraft.image, prompt: 'And then it rains', user_id: 'team-7' }
const drafts = (record: typeof picture) =>
  waysFrom(record)
    .filter(({ unavailable }) => !unavailable)
    .map(({ label, wish }) => [label, wish(words)] as const)

const ref = (n: number): MediaRef => ({ generation_id: generationFixture(100 + n).id })
const reasonsIn = (draft: Draft) =>
  Object.fromEntries(waysFrom(picture, draft).map((way) => [way.name, way.unavailable]))

describe('going on from a result', () => {
  it.each([...drafts(picture), ...drafts(clip)])(
    '%s makes a draft that may be sent',
    (_, draft) => {
      expect(checkRequest(draft, factsOf)).toMatchObject({ request: { type: draft.type } })
      expect(draft).toMatchObject({ prompt: 'And then it rains', user_id: 'team-7' })
    },
  )

  it('extends in the shape and the resolution of the clip, in one block of 5 s', () => {
    const way = waysFrom(clip).find(({ name }) => name === 'extendBackward')
    expect(way?.wish(words)).toMatchObject({
      aspect_ratio: '16:9',
      video: { resolution: '720p', duration: '5s', end_frame: { generation_id: clip.id } },
    })
  })

  it('says why a clip that is too long cannot be edited', () => {
    const long = { ...clip, outputs: [{ ...storedClip, duration_s: 25 }] }
    const reasons = waysFrom(long).map(({ name, unavailable }) => [name, unavailable])
    expect(reasons).toContainEqual(['edit', expect.stringContaining('18 s')])
    expect(reasons).toContainEqual(['reframe', undefined])
  })

  it('makes a draft final in the usual size, and says that it will be another take', () => {
    const request = { type: 'video', prompt: 'Surf', video: { resolution: '360p' } } as const
    const [way] = waysFrom({ ...clip, request })
    expect(way).toMatchObject({ name: 'makeFinal', note: expect.stringContaining('another take') })
    expect(way?.wish(words)).toMatchObject({ prompt: 'Surf', video: { resolution: '720p' } })
    expect(waysFrom(clip).map(({ name }) => name)).not.toContain('makeFinal')
  })

  it('puts each further picture at a free place of the timeline', () => {
    const add = waysFrom(picture).find(({ name }) => name === 'addToTimeline')!
    let draft = words
    for (let count = 0; count < 5; count += 1) draft = add.wish(draft)
    expect(draft.video?.keyframes?.map(({ frame }) => frame)).toEqual([0, 120, 60, 30, 90])
  })

  it('says that a picture cannot be extended or reframed', () => {
    const foreign = waysFrom(picture).filter(({ isForeign }) => isForeign)
    expect(foreign.map(({ name }) => name)).toEqual(['extendForward', 'extendBackward', 'reframe'])
    expect(foreign.map(({ unavailable }) => unavailable)).toEqual([
      'Only a clip can be extended.',
      'Only a clip can be extended.',
      'Only a clip can be reframed.',
    ])
  })

  it('says when the draft at hand has no room left', () => {
    const full: Draft = { ...words, image_ref: Array.from({ length: 9 }, (_, n) => ref(n)) }
    const keyframes = Array.from({ length: 64 }, (_, frame) => ({ frame, image: ref(frame) }))
    const crowded: Draft = {
      ...freshDraft.video,
      prompt: 'x',
      video: { duration: '10s', keyframes },
    }
    expect(reasonsIn(words)).toMatchObject({ useAsReference: undefined })
    expect(reasonsIn(full).useAsReference).toBe('A picture takes up to 9 references.')
    expect(reasonsIn(crowded)).toMatchObject({
      addToTimeline: 'Place between 1 and 64 keyframes.',
      useAsStart: undefined,
      useAsReference: undefined,
    })
  })

  it('says when a picture is larger than the upstream takes', () => {
    const large = { ...picture.outputs[0], width: 9000 } as (typeof picture.outputs)[number]
    const [edit] = waysFrom({ ...picture, outputs: [large] })
    expect(edit?.unavailable).toContain('8000 px')
  })

  it('puts a start frame on the timeline where only the timeline takes one', () => {
    const ten: Draft = {
      ...freshDraft.video,
      prompt: 'x',
      video: { resolution: '720p', duration: '10s' },
    }
    const start = waysFrom(picture).find(({ name }) => name === 'useAsStart')!
    const draft = start.wish(ten)
    expect(draft.video).toMatchObject({ keyframes: [{ frame: 0 }], duration: '10s' })
    expect(checkRequest(draft, factsOf).request).not.toBeNull()
  })

  it('tells that what is added to an HDR clip is SDR', () => {
    const request = { type: 'video', prompt: 'Surf', video: { hdr: true } } as const
    const notes = waysFrom({ ...clip, request }).map(({ note }) => note)
    expect(notes).toContain('What is added is SDR.')
  })

  it('offers nothing from what is not there', () => {
    expect(waysFrom({ ...picture, state: 'failed', outputs: [] })).toEqual([])
  })
})
