import { MediaFault } from '../media/media-fault.ts'
import type { Answered, Asked } from '../forked-asker.ts'
import type { SignalAnswer } from './signal-client.ts'
import { seeSignal, type SignalOrder } from './see-signal.ts'
import { toWebp } from './seen-picture.ts'

async function answer(order: SignalOrder): Promise<SignalAnswer> {
  try {
    const seen = await seeSignal(order)
    const { found, words } = seen
    return { found, words, webp: (await toWebp(seen)).toString('base64') }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { fault: error instanceof MediaFault ? reason : `it could not be drawn (${reason})` }
  }
}

process.on('message', async ({ id, question }: Asked<SignalOrder>) => {
  process.send?.({ id, answer: await answer(question) } satisfies Answered<SignalAnswer>)
})
process.on('disconnect', () => process.exit())
