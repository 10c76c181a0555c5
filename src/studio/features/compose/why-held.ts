import type { Budget } from '#contract/budget.ts'
import type { World } from '#contract/generation.ts'
import type { TotalPrice } from './plan/total-price.ts'
import { sumOf } from './plan/usd-words.ts'

type Terms = { world: World; budget: Budget; todayUsd: number; price: TotalPrice }

const round = (usd: number) => Math.round(usd * 10_000) / 10_000

/** Why a submission would be held and not sent, as the server will see it; `null`: it goes. */
export function whyHeld({ world, budget, todayUsd, price }: Terms): string | null {
  const { day_usd: day, submission_usd: once } = budget
  if (world === 'local' || (day === null && once === null)) return null
  const act = 'It is held here until you send it.'
  if (price.unknown) {
    return `The price is not known, so nobody can say whether it fits the budget. ${act}`
  }
  if (once !== null && price.usd > once) {
    return `Over the ${sumOf(once)} for one submission. ${act}`
  }
  if (day !== null && round(todayUsd + price.usd) > day) {
    return `Over today’s ${sumOf(day)}: ${sumOf(todayUsd)} is spent. ${act}`
  }
  return null
}
