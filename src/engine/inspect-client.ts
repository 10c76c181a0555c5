import type { MediaFacts } from '#contract/media-ref.ts'
import { createForkedAsker } from './forked-asker.ts'
import { MediaFault } from './media/media-fault.ts'

type Inspected = { media_type: string; facts: MediaFacts }

/** What comes back from the inspecting process, which is asked for a path. */
export type Inspection =
  { inspected: Inspected } | { fault: { kind: MediaFault['kind']; reason: string } }

export type Inspector = {
  /** What a foreign file really is. @throws MediaFault */
  inspect(path: string): Promise<Inspected>
  close(): Promise<void>
}

const secondMs = 1000

/**
 * Opens foreign files in a process of their own: a file that crashes a decoder costs neither this
 * process nor a job that is being rendered, and no look waits behind a render.
 */
export function createInspectClient({
  patienceMs = 30 * secondMs,
  idleMs = 60 * secondMs,
} = {}): Inspector & { readonly pid: number | undefined } {
  const asker = createForkedAsker<string, Inspection>({
    module: 'inspect-process.ts',
    niceness: 0,
    idleMs,
    patienceMs,
    ended: () => new MediaFault('corrupt', 'it cannot be decoded'),
  })
  return {
    async inspect(path) {
      const said = await asker.ask(path)
      if ('inspected' in said) return said.inspected
      throw new MediaFault(said.fault.kind, said.fault.reason)
    },
    get pid() {
      return asker.pid
    },
    close: () => asker.close(),
  }
}
