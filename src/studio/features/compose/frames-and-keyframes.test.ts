import { describe, expect, it } from 'vitest'
import type { Draft } from '#contract/draft.ts'
import {
  framesToKeyframes,
  guideToKeyframe,
  keyframesToFrames,
  keyframeToGuide,
} from './frames-and-keyframes.ts'
import { freshDraft } from './fresh-draft.ts'

const image = { upload_id: '00000000-0000-4000-8000-000000000001' }
const clip = (video: object): Draft => ({ ...freshDraft.video, video })
const edit = (video: object): Draft => ({ ...freshDraft.video_edit, video })

describe('start and end frame and keyframes', () => {
  it('are two faces of one thing, there and back', () => {
    const frames = clip({ duration: '5s', start_frame: image, end_frame: image })
    const keyframes = framesToKeyframes(frames)
    expect(keyframes.video?.keyframes?.map(({ frame }) => frame)).toEqual([0, 120])
    expect(keyframes.video?.start_frame).toBeUndefined()
    expect(keyframesToFrames(keyframes, 120)).toEqual(frames)
  })

  it('have no way back from the middle, or from 10 s', () => {
    const inside = clip({ keyframes: [{ frame: 7, image }] })
    expect(keyframesToFrames(inside, 120)).toBeNull()
    const long = clip({ duration: '10s', keyframes: [{ frame: 0, image }] })
    expect(keyframesToFrames(long, 240)).toBeNull()
  })
})

describe('the guide frame of an edit and its keyframes', () => {
  it('are two faces of one thing, there and back', () => {
    const guided = edit({ start_frame: image, edit: { strength: 'flex_1' } })
    const keyframes = guideToKeyframe(guided)
    expect(keyframes.video?.edit?.keyframes).toEqual([{ frame: 0, image }])
    expect(keyframeToGuide(keyframes)).toEqual(guided)
    expect(keyframeToGuide(guideToKeyframe(edit({ start_frame: image })))).toEqual(
      edit({ start_frame: image }),
    )
  })

  it('have no way back from a later frame', () => {
    expect(keyframeToGuide(edit({ edit: { keyframes: [{ frame: 7, image }] } }))).toBeNull()
  })
})
