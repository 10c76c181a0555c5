import type { Draft } from '#contract/draft.ts'
import type { Generation } from '#contract/generation.ts'
import { promptFor } from '../../features/compose/plan/alternatives.ts'
import type { Wish } from './wish.ts'

const key = 'dailies.chain.words'

/** Whether going on from something leaves the words that are being written as they are. */
export function keepsWords(storage: Pick<Storage, 'getItem'> = localStorage): boolean {
  try {
    return storage.getItem(key) !== 'theirs'
  } catch {
    return true
  }
}

export function setKeepsWords(
  keeps: boolean,
  storage: Pick<Storage, 'setItem'> = localStorage,
): void {
  try {
    storage.setItem(key, keeps ? 'mine' : 'theirs')
  } catch {
    return
  }
}

/** A wish in the words being written, when there are any and they are to be kept; else in its own. */
export const worded =
  (wish: Wish, { request }: Pick<Generation, 'request'>): Wish =>
  (current: Draft) => {
    const next = wish(current)
    return keepsWords() && current.prompt.trim()
      ? next
      : { ...next, prompt: promptFor(request.prompt) }
  }
