import * as z from 'zod/mini'
import type { GenerationType, Model } from './draft.ts'
import { imageEditRequest, imageModels, imageRequest } from './image.ts'
import { videoEditRequest } from './video-edit.ts'
import { videoReframeRequest } from './video-reframe.ts'
import { videoModels, videoRequest } from './video.ts'

/** The five request types, each with only the fields that it takes. */
export const requestByType = {
  image: imageRequest,
  image_edit: imageEditRequest,
  video: videoRequest,
  video_edit: videoEditRequest,
  video_reframe: videoReframeRequest,
} as const

/** What may be sent: a draft without a breach. */
export const generationRequest = z.discriminatedUnion('type', [
  imageRequest,
  imageEditRequest,
  videoRequest,
  videoEditRequest,
  videoReframeRequest,
])
export type GenerationRequest = z.infer<typeof generationRequest>

export const modelsByType: Record<GenerationType, readonly Model[]> = {
  image: imageModels,
  image_edit: imageModels,
  video: videoModels,
  video_edit: videoModels,
  video_reframe: videoModels,
}

/** The model that answers when none is named. */
export const modelOf = (request: { type: GenerationType; model?: Model | undefined }): Model =>
  request.model ?? (modelsByType[request.type][0] as Model)
