import type * as z from 'zod/mini'
import type { GenerationChanged } from '#contract/generation.ts'
import type { wallChanged } from '#contract/wall.ts'

type WallChanged = z.infer<typeof wallChanged>
type Listener<T> = (changed: T) => void

/** Tells everybody who listens that a generation changed, or the wall, after it was committed. */
export type Events = {
  emit(changed: GenerationChanged): void
  /** Returns how to stop listening. */
  listen(listener: Listener<GenerationChanged>): () => void
  emitWall(changed: WallChanged): void
  listenToWall(listener: Listener<WallChanged>): () => void
}

function createTopic<T>() {
  const listeners = new Set<Listener<T>>()
  return {
    emit(changed: T) {
      for (const listener of listeners) listener(changed)
    },
    listen(listener: Listener<T>) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export function createEvents(): Events {
  const generations = createTopic<GenerationChanged>()
  const wall = createTopic<WallChanged>()
  return {
    emit: generations.emit,
    listen: generations.listen,
    emitWall: wall.emit,
    listenToWall: wall.listen,
  }
}
