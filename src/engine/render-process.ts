import { drawImage } from './render/draw-image.ts'
import { drawImageEdit } from './render/draw-image-edit.ts'
import { drawVideoReframe } from './render/draw-video-reframe.ts'
import { drawVideo } from './render/draw-video.ts'
import { drawVideoEdit } from './render/draw-video-edit.ts'
import type { RenderNews, RenderOrder } from './render-client.ts'
import type { Rendered, RenderJob, RenderProgress } from './render/renderer.ts'
import { toFailure } from './render/render-failure.ts'
import { closeTools, openTools, type Tools } from './render/tools.ts'

let tools: Tools | undefined
const underWay = new Map<string, AbortController>()

const tell = (news: RenderNews) => process.send?.(news)

async function render(job: RenderJob, signal: AbortSignal): Promise<Rendered> {
  tools ??= openTools()
  const { id, request } = job
  const report = (progress: RenderProgress) => tell({ kind: 'progress', id, progress })
  switch (request.type) {
    case 'image':
      return drawImage(tools, { ...job, request }, report, signal)
    case 'image_edit':
      return drawImageEdit(tools, { ...job, request }, report, signal)
    case 'video':
      return drawVideo(tools, { ...job, request }, report, signal)
    case 'video_reframe':
      return drawVideoReframe(tools, { ...job, request }, report, signal)
    case 'video_edit':
      return drawVideoEdit(tools, { ...job, request }, report, signal)
  }
}

/** A worker that failed takes no more work: the next job gets new ones. */
async function discardTools() {
  const failed = tools
  tools = undefined
  if (failed) await closeTools(failed)
}

async function obey(job: RenderJob) {
  const { id } = job
  const stop = new AbortController()
  underWay.set(id, stop)
  try {
    tell({ kind: 'rendered', id, rendered: await render(job, stop.signal) })
  } catch (error) {
    if (!stop.signal.aborted) await discardTools()
    const { code, message } = toFailure(error)
    tell({ kind: 'failed', id, code, reason: message })
  } finally {
    underWay.delete(id)
  }
}

process.on('message', (order: RenderOrder) => {
  if (order.kind === 'render') void obey(order.job)
  else underWay.get(order.id)?.abort(new Error('The render was stopped.'))
})
process.on('disconnect', () => process.exit())
