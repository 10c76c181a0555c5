import type { Expansion } from './plan/expand-plan.ts'

const count = new Intl.NumberFormat('en-GB')

/** What pressing the button does. */
export function actWords({ items, total, isOver }: Expansion, isHeld: boolean): string {
  const going = items.filter(({ isRefused }) => !isRefused).length
  const size = total > 1_000_000 ? 'too many' : count.format(isOver ? total : going || total)
  const number = total === 1 ? '' : ` ${size}`
  return isHeld && !isOver ? `Hold${number}: over budget` : `Generate${number}`
}
