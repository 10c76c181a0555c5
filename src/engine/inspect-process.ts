import type { InspectNews, InspectOrder } from './inspect-client.ts'
import { inspectMedia } from './media/inspect-media.ts'
import { MediaFault } from './media/media-fault.ts'

async function answer({ id, path }: InspectOrder): Promise<InspectNews> {
  try {
    return { id, inspected: await inspectMedia(path) }
  } catch (error) {
    const kind = error instanceof MediaFault ? error.kind : 'corrupt'
    return { id, fault: { kind, reason: error instanceof Error ? error.message : String(error) } }
  }
}

process.on('message', async (order: InspectOrder) => {
  process.send?.(await answer(order))
})
process.on('disconnect', () => process.exit())
