import type { Generation } from '#contract/generation.ts'
import { ratioOf } from '#contract/size.ts'
import { videoDefaults } from '#contract/video.ts'

/** Width over height: of the result, or, before there is one, as the request asks for. */
export function aspectOf({ outputs, request }: Pick<Generation, 'outputs' | 'request'>): number {
  for (const output of outputs) {
    if (output.medium !== 'file') return output.width / output.height
  }
  if ('aspect_ratio' in request && request.aspect_ratio) return ratioOf(request.aspect_ratio)
  return request.type.startsWith('video') ? ratioOf(videoDefaults.aspect_ratio) : 1
}
