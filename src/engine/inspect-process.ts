import type { Answered, Asked } from './forked-asker.ts'
import type { Inspection } from './inspect-client.ts'
import { inspectMedia } from './media/inspect-media.ts'
import { MediaFault } from './media/media-fault.ts'

async function inspect(path: string): Promise<Inspection> {
  try {
    return { inspected: await inspectMedia(path) }
  } catch (error) {
    const kind = error instanceof MediaFault ? error.kind : 'corrupt'
    return { fault: { kind, reason: error instanceof Error ? error.message : String(error) } }
  }
}

process.on('message', async ({ id, question }: Asked<string>) => {
  process.send?.({ id, answer: await inspect(question) } satisfies Answered<Inspection>)
})
process.on('disconnect', () => process.exit())
