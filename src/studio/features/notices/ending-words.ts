import type { Generation } from '#contract/generation.ts'
import { countOf } from '../../lib/count-of.ts'
import { failureWords } from '../../lib/failure-words.ts'
import { kindWords } from '../../lib/kind-words.ts'
import { startOf } from '../../lib/start-of.ts'

/** What a notification says of those that ended together. */
export function endingWords(ended: readonly Generation[]): { title: string; body: string } {
  const [one] = ended
  const ready = ended.filter(({ state }) => state === 'completed').length
  if (ended.length === 1 && one) {
    const words = startOf(one.request.prompt, 120)
    if (ready) return { title: `${kindWords(one.request.type)}: ready`, body: words }
    return { title: failureWords(one).says, body: words }
  }
  const halted = ended.length - ready
  const parts = [ready && `${ready} ready`, halted && `${halted} not made`].filter(Boolean)
  return { title: parts.join(', '), body: `${countOf(ended.length, 'job')} ended.` }
}
