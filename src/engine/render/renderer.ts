import type { Understood } from '#contract/generation.ts'
import type { MediaFacts, MediaRef } from '#contract/media-ref.ts'
import type { GenerationRequest } from '#contract/request.ts'

/** Media that a request names, on this disk. */
export type SourceMedia = {
  path: string
  media_type: string
  facts: MediaFacts
  /** Of what this engine made from words alone: enough to paint it again, wider or further on. */
  made?: { request: GenerationRequest; seed: number }
}

/** One accepted request, ready to be drawn. The same seed draws the same file again. */
export type RenderJob<Request extends GenerationRequest = GenerationRequest> = {
  id: string
  /** Every reference in it is an `upload_id` or a `generation_id`, and stands in `media`. */
  request: Request
  /** uint32 */
  seed: number
  /** An empty folder of this job alone: outputs go here, and anything on the way to them. */
  folder: string
  /** By the id of the reference. */
  media: Readonly<Record<string, SourceMedia>>
}

/** @throws Error when the job does not bring the media along. */
export function mediaOf({ media }: Pick<RenderJob, 'media'>, ref: MediaRef): SourceMedia {
  const id = 'upload_id' in ref ? ref.upload_id : 'generation_id' in ref ? ref.generation_id : ''
  const found = media[id]
  if (!found) throw new Error('The picture or clip that this request names is not there.')
  return found
}

export type RenderProgress = { frames_done: number; frames: number; understood?: Understood }

/** A finished file: `name` inside the job's folder. The first output is the one to chain from. */
export type RenderedOutput = {
  name: string
  /** `image`, `video`; `exr` is a ZIP of EXR frames. */
  type: 'image' | 'video' | 'exr'
  media_type: string
  facts?: MediaFacts
}
export type Rendered = { outputs: RenderedOutput[] }

export type Renderer = {
  /** @throws Error with a sentence for the person, or the signal's reason when it was aborted. */
  render(
    job: RenderJob,
    onProgress: (progress: RenderProgress) => void,
    signal: AbortSignal,
  ): Promise<Rendered>
  /** Ends what is under way and gives everything back. */
  close(): Promise<void>
}
