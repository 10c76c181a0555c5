import type { FamilyMember } from '#contract/family.ts'
import { kindWords } from '../../lib/kind-words.ts'
import { formatUsd } from '../../lib/format-usd.ts'
import { startOf } from '../../lib/start-of.ts'
import { stateWords } from '../../lib/state-words.ts'

/** In as few signs as fit under a small picture. */
export function shortPrice({ price, world }: FamilyMember): string {
  if (!price) return world === 'local' ? 'free here' : 'price not known'
  const usd = `${price.estimate ? '~' : ''}${formatUsd(price.usd)}`
  return world === 'local' ? `free (${usd})` : usd
}

/** Nothing where all went well: the picture says it. */
export const stateNote = ({ state, trashed }: FamilyMember) =>
  trashed ? 'In the trash' : state === 'completed' ? '' : stateWords(state)

/** A member as it is read out. */
export const memberName = (member: FamilyMember) =>
  [startOf(member.words) || 'No words', kindWords(member.type), stateNote(member)]
    .filter(Boolean)
    .join(', ')
