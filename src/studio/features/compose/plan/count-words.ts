import type { GenerationType } from '#contract/draft.ts'
import type { Expansion, Factor } from './expand-plan.ts'

const count = new Intl.NumberFormat('en-GB')

const numberWords = (n: number) => (n > 1_000_000 ? 'over a million' : count.format(n))

const noun = (type: GenerationType, n: number) =>
  `${type.startsWith('video') ? 'clip' : 'picture'}${n === 1 ? '' : 's'}`

const factorWords = ({ kind, name, count: n }: Factor) =>
  kind === 'times' ? `${n} times` : `${numberWords(n)} ${name}`

/** `12 pictures: 3 prompts × 2 models × 2 times`. */
export function countWords(type: GenerationType, { total, factors }: Expansion): string {
  const size = `${numberWords(total)} ${noun(type, total)}`
  return `${size.charAt(0).toUpperCase()}${size.slice(1)}: ${factors.map(factorWords).join(' × ')}`
}

/** Of those that are shown, how many stay here because they break a rule. */
export function refusedWords({ items }: Expansion): string | null {
  const refused = items.filter(({ isRefused }) => isRefused).length
  if (!refused) return null
  return refused === 1
    ? 'One breaks a rule and is not sent.'
    : `${count.format(refused)} break a rule and are not sent.`
}
