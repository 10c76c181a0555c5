import type { Generation } from '#contract/generation.ts'
import type { Act } from '../../lib/act.ts'
import type { Chain } from './acts-for.ts'
import { pictureUses } from './picture-uses.ts'
import { reasonAgainst } from './reason-against.ts'
import { shownOutput } from './ways-from.ts'
import type { Wish } from './wish.ts'

const labels = { useAsReference: 'Use as references', addToTimeline: 'Add all to the timeline' }

/** What several results can be taken for together, in the order in which they are given. */
export function actsForMany(
  records: readonly Generation[],
  { current, goOn }: Pick<Chain, 'current' | 'goOn'>,
): Act[] {
  const pictures = records.filter((record) => shownOutput(record)?.medium === 'image')
  const left = records.length - pictures.length
  return pictureUses.flatMap(({ name, at, wishFor }): Act[] => {
    if (name !== 'useAsReference' && name !== 'addToTimeline') return []
    const wish: Wish = (draft) =>
      pictures.reduce((next, { id }) => wishFor({ generation_id: id })(next), draft)
    const unavailable = pictures.length
      ? reasonAgainst(wish(current), at, () => undefined)
      : 'There is no picture among them.'
    const note =
      left > 0 ? `Without ${left} that ${left === 1 ? 'is' : 'are'} no picture.` : undefined
    return [{ name, label: labels[name], note, unavailable, run: () => goOn({ wish }) }]
  })
}
