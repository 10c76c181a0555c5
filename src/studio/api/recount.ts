import type { QueryClient } from '@tanstack/react-query'
import type { GenerationChanged } from '#contract/generation.ts'
import { isWaiting } from './queue.ts'

const gatherMs = { queue: 200, money: 400 }

/**
 * Asks for the queue, the spending and the prompt history again when jobs change their state.
 * Progress is told by the same events, many times a second, and changes none of them; what waits
 * has no progress, so another word of it is about the queue.
 */
export function createRecount(client: QueryClient) {
  const lastState = new Map<string, GenerationChanged['state']>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function gather(queryKey: readonly [string], ms: number) {
    const [name] = queryKey
    if (timers.has(name)) return
    const ask = () => {
      timers.delete(name)
      void client.invalidateQueries({ queryKey })
    }
    timers.set(name, setTimeout(ask, ms))
  }

  return ({ id, state }: GenerationChanged) => {
    const isSame = lastState.get(id) === state
    if (!isSame || isWaiting({ state })) gather(['queue'], gatherMs.queue)
    if (isSame) return
    lastState.set(id, state)
    gather(['usage'], gatherMs.money)
    gather(['usage-report'], gatherMs.money)
    gather(['prompts'], gatherMs.money)
  }
}
