import type { Draft, GenerationType } from '#contract/draft.ts'
import { videoDefaults } from '#contract/video.ts'

const { aspect_ratio, resolution, duration } = videoDefaults
const picture = { prompt: '', model: 'uni-1', style: 'auto', output_format: 'png' } as const
const clip = { prompt: '', model: 'ray-3.2' } as const

/** What a panel holds before anybody touched it. */
export const freshDraft: Record<GenerationType, Draft> = {
  image: { type: 'image', ...picture },
  image_edit: { type: 'image_edit', ...picture },
  video: { type: 'video', ...clip, aspect_ratio, video: { resolution, duration } },
  video_edit: { type: 'video_edit', ...clip, video: { resolution } },
  video_reframe: { type: 'video_reframe', ...clip, aspect_ratio: '9:16', video: { resolution } },
}
