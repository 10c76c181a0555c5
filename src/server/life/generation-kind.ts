import { modelOf, type GenerationRequest } from '#contract/request.ts'
import { videoDefaults } from '#contract/video.ts'

/** What decides how long a request takes: jobs of one kind are each other's estimate. */
export function kindOf(request: GenerationRequest): string {
  const video = 'video' in request ? request.video : undefined
  const isVideo = request.type.startsWith('video')
  const resolution = isVideo ? (video?.resolution ?? videoDefaults.resolution) : ''
  const duration =
    request.type === 'video' ? (request.video?.duration ?? videoDefaults.duration) : ''
  return [request.type, modelOf(request), resolution, duration].filter(Boolean).join(' ')
}
