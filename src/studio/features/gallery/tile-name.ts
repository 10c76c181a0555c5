import type { Generation } from '#contract/generation.ts'
import { startOf } from '../../lib/start-of.ts'
import { stateWords } from '../../lib/state-words.ts'

/** `Image, rendering: red fox in the snow` */
export function tileName({ request, state }: Pick<Generation, 'request' | 'state'>): string {
  const kind = request.type.startsWith('video') ? 'Video' : 'Image'
  const word = state === 'completed' ? '' : `, ${stateWords(state).toLowerCase()}`
  return `${kind}${word}: ${startOf(request.prompt)}`
}
