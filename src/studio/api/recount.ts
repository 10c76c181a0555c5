import type { QueryClient } from '@tanstack/react-query'
import type { GenerationChanged } from '#contract/generation.ts'
import { usageQuery } from './usage.ts'

const gatherMs = 400

/**
 * Asks for the spending and the prompt history again when jobs change their state. Progress is
 * told by the same events, many times a second, and changes neither.
 */
export function createRecount(client: QueryClient) {
  const lastState = new Map<string, GenerationChanged['state']>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function recount() {
    timer = undefined
    void client.invalidateQueries({ queryKey: usageQuery().queryKey })
    void client.invalidateQueries({ queryKey: ['prompts'] })
  }

  return ({ id, state }: GenerationChanged) => {
    if (lastState.get(id) === state) return
    lastState.set(id, state)
    timer ??= setTimeout(recount, gatherMs)
  }
}
