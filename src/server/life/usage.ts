import type { Usage } from '#contract/usage.ts'
import { localDays } from './local-days.ts'
import type { Store } from '../store/open-store.ts'

const dayCount = 30

const round = (usd: number) => Math.round(usd * 10_000) / 10_000

/** What went to Luma on each of the last days; what is under way counts as today's. */
export async function readUsage(
  { spending }: Pick<Store, 'spending'>,
  now = new Date(),
): Promise<Usage> {
  const days: Usage['days'] = []
  for (const { day, from, to } of localDays(dayCount, now)) {
    const { usd, generations, isEstimate } = await spending.within(from, to)
    days.push({ day, usd: round(usd), estimate: isEstimate, generations })
  }
  const underWay = await spending.underWay()
  const before = days.at(-1)
  const today = {
    day: before?.day ?? '',
    usd: round((before?.usd ?? 0) + underWay.usd),
    estimate: before?.estimate === true || underWay.isEstimate,
    generations: (before?.generations ?? 0) + underWay.generations,
  }
  return {
    as_of: now.toISOString(),
    today_usd: today.usd,
    today_estimate: today.estimate,
    days: [...days.slice(0, -1), today],
  }
}
