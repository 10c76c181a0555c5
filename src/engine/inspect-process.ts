import { stat } from 'node:fs/promises'
import type { InspectNews, InspectOrder, Inspected } from './inspect-client.ts'
import { MediaFault } from './media/media-fault.ts'
import { probe } from './media/probe.ts'

async function inspect(path: string): Promise<Inspected> {
  const found = await probe(path)
  const { media_type, width, height } = found
  const facts = { medium: found.kind, bytes: (await stat(path)).size, width, height }
  if (found.kind === 'image') return { media_type, facts }
  const { frames, fps, duration_s } = found
  return { media_type, facts: { ...facts, frames, fps, duration_s } }
}

async function answer({ id, path }: InspectOrder): Promise<InspectNews> {
  try {
    return { id, inspected: await inspect(path) }
  } catch (error) {
    const code = error instanceof MediaFault ? error.code : 'corrupt_input'
    return { id, fault: { code, reason: error instanceof Error ? error.message : String(error) } }
  }
}

process.on('message', async (order: InspectOrder) => {
  process.send?.(await answer(order))
})
process.on('disconnect', () => process.exit())
