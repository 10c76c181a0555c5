import { join } from 'node:path'
import { refsOf } from '#contract/refs-of.ts'
import { RenderFailure } from '../render/render-failure.ts'
import type { RenderJob, SourceMedia } from '../render/renderer.ts'
import type { JobStore } from './job-store.ts'
import { isSettled, type Job } from './job.ts'
import type { MediaStore } from './media-store.ts'

/** Ids in the media store that a job names, each once. */
export function uploadsOf({ request }: Job): string[] {
  const ids = refsOf(request).flatMap(({ ref }) => ('upload_id' in ref ? [ref.upload_id] : []))
  return [...new Set(ids)]
}

/** Ids that jobs still need, once for each job that does. */
export const heldByJobs = (store: JobStore): string[] =>
  store
    .all()
    .filter((job) => !isSettled(job))
    .flatMap(uploadsOf)

function outputOf(id: string, store: JobStore): SourceMedia | undefined {
  const parent = store.get(id.toLowerCase())
  const output = parent?.state === 'completed' ? parent.outputs[0] : undefined
  if (!parent || !output?.facts) return undefined
  const { request, seed } = parent
  return {
    path: join(store.outputsOf(parent.id), output.name),
    media_type: output.media_type,
    facts: output.facts,
    ...(refsOf(request).length === 0 && { made: { request, seed } }),
  }
}

/**
 * All that a job names, by the id of the reference.
 *
 * @throws RenderFailure when something is not there any more.
 */
export function jobMedia(job: Job, store: JobStore, media: MediaStore): RenderJob['media'] {
  const found: Record<string, SourceMedia> = {}
  for (const { ref } of refsOf(job.request)) {
    const id = 'upload_id' in ref ? ref.upload_id : 'generation_id' in ref ? ref.generation_id : ''
    const source = 'upload_id' in ref ? media.find(id) : outputOf(id, store)
    if (!source) {
      throw new RenderFailure('output_not_found', 'What this request works on is no longer there.')
    }
    found[id] = source
  }
  return found
}
