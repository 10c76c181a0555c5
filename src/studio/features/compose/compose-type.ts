import type { Draft } from '#contract/draft.ts'
import { videoDefaults } from '#contract/video.ts'

/** The kinds of request that have a panel. */
const composeTypes = ['image', 'video'] as const
export type ComposeType = (typeof composeTypes)[number]

export const isComposeType = (type: string): type is ComposeType =>
  (composeTypes as readonly string[]).includes(type)

const { aspect_ratio, resolution, duration } = videoDefaults

/** What a panel holds before anybody touched it. */
export const freshDraft: Record<ComposeType, Draft> = {
  image: { type: 'image', prompt: '', model: 'uni-1', style: 'auto', output_format: 'png' },
  video: {
    type: 'video',
    prompt: '',
    model: 'ray-3.2',
    aspect_ratio,
    video: { resolution, duration },
  },
}
