import { formatElapsed } from './format-elapsed.ts'

type Hold = {
  world: string
  held: { reason: string; until: string | null } | null
  failure_reason: string | null
}

const beginning = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1)

function why({ world, held, failure_reason }: Hold): string {
  const who = world === 'luma' ? 'Luma' : 'the local engine'
  if (held?.reason === 'rate_limited') return `${who} takes no more for the moment.`
  if (held?.reason === 'unreachable') return `${who} cannot be reached.`
  return failure_reason ?? 'Over the budget.'
}

/** Why something is held, and what happens next: by itself, or by a person. */
export function holdWords(hold: Hold, now: number): { why: string; next: string } {
  const words = why(hold)
  const isName = words.startsWith('Luma')
  const until = hold.held?.until
  return {
    why: `Held: ${isName ? words : beginning(words)}`,
    next: until
      ? `It is sent again by itself in ${formatElapsed(Date.parse(until) - now)}.`
      : 'It is not sent until you send it.',
  }
}
