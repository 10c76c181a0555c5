import { FramePool } from '../frames/frame-pool.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { PaintPool } from './paint-pool.ts'
import type { Rendered, RenderJob, RenderProgress } from './renderer.ts'

/** What the render process keeps warm from job to job. */
export type Tools = { painters: PaintPool; frames: FramePool }

export const openTools = (): Tools => ({ painters: new PaintPool(), frames: new FramePool() })

export const closeTools = async ({ painters, frames }: Tools) => {
  await Promise.all([painters.close(), frames.close()])
}

type RequestOf<Type> = Extract<GenerationRequest, { type: Type }>

/** Draws one type of request: reports the frames done, stops soon after the signal. */
export type Draw<Type extends GenerationRequest['type']> = (
  tools: Tools,
  job: RenderJob<RequestOf<Type>>,
  onProgress: (progress: RenderProgress) => void,
  signal: AbortSignal,
) => Promise<Rendered>
