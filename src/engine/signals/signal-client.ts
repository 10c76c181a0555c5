import type { SignalSeen } from '#contract/signal.ts'
import { createForkedAsker } from '../forked-asker.ts'
import { MediaFault } from '../media/media-fault.ts'
import type { SignalOrder } from './see-signal.ts'

/** What comes back from the estimating process; the picture in base64. */
export type SignalAnswer = (SignalSeen & { webp: string }) | { fault: string }

const secondMs = 1000

/**
 * Estimates what a video edit's signals see, in a process of its own that ends when nobody has
 * asked for a while: decoders and networks are not felt in this one.
 */
export function createSignalClient({ patienceMs = 120 * secondMs, idleMs = 120 * secondMs } = {}) {
  const asker = createForkedAsker<SignalOrder, SignalAnswer>({
    module: 'signals/signal-process.ts',
    niceness: 3,
    idleMs,
    patienceMs,
    ended: () => new MediaFault('corrupt', 'the clip stopped the estimation, or it took too long'),
  })
  return {
    /** @throws MediaFault, AbortError when nobody waits any more */
    async draw(order: SignalOrder, isWanted?: () => boolean) {
      const said = await asker.ask(order, isWanted)
      if ('fault' in said) throw new MediaFault('corrupt', said.fault)
      return { ...said, webp: Buffer.from(said.webp, 'base64') }
    },
    get pid() {
      return asker.pid
    },
    close: () => asker.close(),
  }
}
