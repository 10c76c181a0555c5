import type { GenerationChanged } from '#contract/generation.ts'

type Listener = (changed: GenerationChanged) => void

/** Tells everybody who listens that a generation changed, after it was committed. */
export type Events = {
  emit(changed: GenerationChanged): void
  /** Returns how to stop listening. */
  listen(listener: Listener): () => void
}

export function createEvents(): Events {
  const listeners = new Set<Listener>()
  return {
    emit(changed) {
      for (const listener of listeners) listener(changed)
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
