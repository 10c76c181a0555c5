import type { GenerationType } from '#contract/draft.ts'

export const kinds = [
  { value: 'image', label: 'Image' },
  { value: 'image_edit', label: 'Edit image' },
  { value: 'video', label: 'Video' },
  { value: 'video_edit', label: 'Edit video' },
  { value: 'video_reframe', label: 'Reframe' },
] as const satisfies readonly { value: GenerationType; label: string }[]

const pictureFields = [
  'prompt',
  'image_ref',
  'style',
  'output_format',
  'model',
  'web_search',
  'user_id',
]

/** The fields that have a control in each panel, in the order in which they stand. */
export const fieldsOfType: Record<GenerationType, readonly string[]> = {
  image: ['aspect_ratio', ...pictureFields],
  image_edit: ['source', ...pictureFields],
  video: [
    'prompt',
    'video.start_frame',
    'video.end_frame',
    'video.keyframes',
    'aspect_ratio',
    'video.resolution',
    'video.duration',
    'video.loop',
    'video.hdr',
    'video.exr_export',
    'user_id',
  ],
  video_edit: [
    'prompt',
    'source',
    'video.start_frame',
    'video.edit',
    'video.resolution',
    'video.hdr',
    'video.exr_export',
    'user_id',
  ],
  video_reframe: [
    'prompt',
    'source',
    'aspect_ratio',
    'video.source_position',
    'video.resolution',
    'user_id',
  ],
}
