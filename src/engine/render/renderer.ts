import type { Understood } from '#contract/generation.ts'
import type { MediaFacts } from '#contract/media-ref.ts'
import type { GenerationRequest } from '#contract/request.ts'

/** One accepted request, ready to be drawn. The same seed draws the same file again. */
export type RenderJob = {
  id: string
  request: GenerationRequest
  /** uint32 */
  seed: number
  /** An empty folder of this job alone: outputs go here, and anything on the way to them. */
  folder: string
}

export type RenderProgress = { frames_done: number; frames: number; understood?: Understood }

/** A finished file: `name` inside the job's folder. */
export type RenderedOutput = {
  name: string
  type: 'image' | 'video'
  media_type: string
  facts: MediaFacts
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
