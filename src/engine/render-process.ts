import { PaintPool } from './render/paint-pool.ts'
import { renderImage } from './render/image.ts'
import type { RenderNews, RenderOrder } from './render-client.ts'
import type { Rendered, RenderJob, RenderProgress } from './render/renderer.ts'
import { renderVideo } from './render/video.ts'

let pool: PaintPool | undefined
const underWay = new Map<string, AbortController>()

const tell = (news: RenderNews) => process.send?.(news)

async function render(job: RenderJob, signal: AbortSignal): Promise<Rendered> {
  pool ??= new PaintPool()
  const { id, request } = job
  const report = (progress: RenderProgress) => tell({ kind: 'progress', id, progress })
  switch (request.type) {
    case 'image':
      return { outputs: [await renderImage(pool, { ...job, request }, report, signal)] }
    case 'video':
      return { outputs: [await renderVideo(pool, { ...job, request }, report, signal)] }
    default:
      throw new Error(`The local engine does not render '${request.type}' yet.`)
  }
}

/** A worker that failed takes no more work: the next job gets a new pool. */
async function discardPool() {
  const failed = pool
  pool = undefined
  await failed?.close()
}

async function obey(job: RenderJob) {
  const { id } = job
  const stop = new AbortController()
  underWay.set(id, stop)
  try {
    tell({ kind: 'rendered', id, rendered: await render(job, stop.signal) })
  } catch (error) {
    if (!stop.signal.aborted) await discardPool()
    tell({ kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) })
  } finally {
    underWay.delete(id)
  }
}

process.on('message', (order: RenderOrder) => {
  if (order.kind === 'render') void obey(order.job)
  else underWay.get(order.id)?.abort(new Error('The render was stopped.'))
})
process.on('disconnect', () => process.exit())
