import type { WireGeneration } from '#contract/wire-answer.ts'
import type { Job } from '../jobs/job.ts'

/** A job as the upstream tells of a generation; `linkTo` mints the address of an output. */
export function wireGenerationOf(job: Job, linkTo: (path: string) => string): WireGeneration {
  return {
    id: job.id,
    type: job.request.type,
    state: job.state,
    model: job.model,
    created_at: job.created_at,
    output: job.outputs.map(({ name, type }) => ({
      type,
      url: linkTo(`/outputs/${job.id}/${name}`),
    })),
    failure_reason: job.failure_reason,
    failure_code: job.failure_code,
    local: {
      frames_done: job.frames_done,
      ...(job.frames !== null && { frames: job.frames }),
      ...(job.understood && { understood: job.understood }),
    },
  }
}
