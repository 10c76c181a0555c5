import { beforeEach, describe, expect, it } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import { generationFixture, storedClip } from '../../api/generation-fixture.ts'
import { freshDraft } from '../../features/compose/fresh-draft.ts'
import { actOf, ofShownFrame } from '../../lib/act.ts'
import { type Chain, type ClipFrame, actsFor } from './acts-for.ts'
import { actsForMany } from './acts-for-many.ts'
import { setKeepsWords } from './keep-words.ts'
import type { Wanted } from './wish.ts'

const picture = generationFixture(1)
const clip = generationFixture(2, {
  request: { type: 'video', prompt: 'Waves roll in' },
  model: 'ray-3.2',
  outputs: [storedClip],
  price: { usd: 0.3, estimate: false },
})
const mine: Draft = { ...freshDraft.image, prompt: 'My words' }
const shown = () => ({ sha256: storedClip.sha256, frame: 42 })
const upload_id = generationFixture(77).id

let wanted: Wanted[]
let frames: ClipFrame[]
let again: string[]
const chain = (part: Partial<Chain> = {}): Chain => ({
  current: mine,
  world: 'local',
  goOn: (one) => wanted.push(one),
  goOnFromFrame: (frame, wantedFor) => {
    frames.push(frame)
    wanted.push(wantedFor({ upload_id }))
  },
  sendAgain: ({ id }) => again.push(id),
  ...part,
})
const act = (record: typeof clip, label: string, part?: Partial<Chain>) =>
  actsFor(record, chain(part)).find((each) => each.label === label)!

beforeEach(() => {
  wanted = []
  frames = []
  again = []
})

describe('the acts of a result', () => {
  it('keep the words being written, or take its own when there are none', () => {
    act(picture, 'Edit image').run()
    expect(wanted[0]?.wish(mine)).toMatchObject({ type: 'image_edit', prompt: 'My words' })
    expect(wanted[0]?.wish(freshDraft.image).prompt).toBe('Picture 1')
    expect(wanted[0]?.origin).toBeUndefined()
  })

  it('take its words when that is what the person chose', () => {
    setKeepsWords(false)
    act(picture, 'Use as reference').run()
    expect(wanted[0]?.wish(mine)).toMatchObject({ type: 'image', prompt: 'Picture 1' })
  })

  it('always take its words with its settings, and say whose they are', () => {
    act(clip, 'Use these settings').run()
    expect(wanted[0]?.wish(mine).prompt).toBe('Waves roll in')
    expect(wanted[0]?.origin).toEqual({ id: clip.id, step: 'settings' })
  })

  it('run it again at once, with the price in the name where it is billed', () => {
    act(clip, 'Run again, $0.30', { world: 'luma' }).run()
    act(clip, 'Run again').run()
    expect(again).toEqual([clip.id, clip.id])
    expect(wanted).toEqual([])
  })

  it('say that one whose answer was lost may be billed twice', () => {
    const lost = { ...clip, state: 'unknown' as const, outputs: [] }
    expect(act(lost, 'Run again').note).toContain('both are billed')
    expect(actsFor({ ...lost, state: 'queued' }, chain()).map(({ name }) => name)).toEqual([
      'reuse',
    ])
  })

  it('take the edges of a clip on a tile', () => {
    act(clip, 'Use its last frame as start').run()
    act(clip, 'Use its first frame as end').run()
    expect(frames).toEqual([
      { sha256: storedClip.sha256, frame: 119 },
      { sha256: storedClip.sha256, frame: 0 },
    ])
    expect(wanted[0]?.wish(mine).video?.start_frame).toEqual({ upload_id })
  })

  it('take exactly the frame on show of an open clip', () => {
    const acts = actsFor(clip, chain({ shown }))
    const ofFrame = acts.filter(({ under }) => under === ofShownFrame)
    expect(ofFrame).toHaveLength(5)
    ofFrame.find(({ name }) => name === 'useAsReference')?.run()
    expect(frames).toEqual([{ sha256: storedClip.sha256, frame: 42 }])
    actOf(acts, 'edit')?.run()
    expect(wanted.at(-1)?.wish(mine)).toMatchObject({ type: 'video_edit' })
  })
})

describe('the acts of many', () => {
  it('take the pictures among them in order, and say what is left out', () => {
    const acts = actsForMany([picture, clip, generationFixture(3)], chain())
    expect(acts.map(({ label }) => label)).toEqual(['Use as references', 'Add all to the timeline'])
    expect(acts[0]).toMatchObject({ note: 'Without 1 that is no picture.', unavailable: undefined })
    acts[0]?.run()
    expect(wanted[0]?.wish(mine).image_ref).toEqual([
      { generation_id: picture.id },
      { generation_id: generationFixture(3).id },
    ])
    acts[1]?.run()
    expect(wanted[1]?.wish(mine).video?.keyframes?.map(({ frame }) => frame)).toEqual([0, 120])
  })

  it('say why there are too many, or none', () => {
    const ten = Array.from({ length: 10 }, (_, n) => generationFixture(n + 1))
    const [references, timeline] = actsForMany(ten, chain())
    expect(references?.unavailable).toContain('up to 9')
    expect(timeline?.unavailable).toBeUndefined()
    expect(actsForMany([clip], chain())[0]?.unavailable).toBe('There is no picture among them.')
  })
})
