import { type Generation, withdrawnCode } from '#contract/generation.ts'
import { startOf } from '../../lib/start-of.ts'
import { stateWords } from '../../lib/state-words.ts'

type Named = Pick<Generation, 'request' | 'state'> &
  Partial<Pick<Generation, 'set' | 'failure_code'>>

/** `Image 2 of 6, rendering: red fox in the snow` */
export function tileName({ request, state, set, failure_code }: Named): string {
  const kind = request.type.startsWith('video') ? 'Video' : 'Image'
  const place = set ? ` ${set.position} of ${set.size}` : ''
  const said = failure_code === withdrawnCode ? 'taken back' : stateWords(state).toLowerCase()
  const word = state === 'completed' ? '' : `, ${said}`
  return `${kind}${place}${word}: ${startOf(request.prompt)}`
}
