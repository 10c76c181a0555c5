import type { World } from '#contract/generation.ts'
import { type Price, priceTable } from '#contract/price.ts'
import { priceAt } from '#contract/price-at.ts'
import type { UsageLine, UsageReport } from '#contract/usage-report.ts'
import { type LocalDay, localDays } from './local-days.ts'
import type { SpentAlike, SpentUnder } from '../store/report-rows.ts'
import type { Store } from '../store/open-store.ts'

type Stores = Pick<Store, 'report' | 'settings'>
type Scope = { world: World; days: number; now?: Date }
type Spent = { usd: number; estimate: boolean; generations: number }

/** What was spent on one day on one type and model. */
type DayLine = Spent & { day: string; type: string; model: string }

type OfDay = SpentAlike & { day: string; of: Price | null }

const draftResolution = '360p'
const fullResolution = '720p'

const round = (usd: number) => Math.round(usd * 10_000) / 10_000

/** Sums up what has the same key, in the order in which the keys came. */
function sumBy<T extends Spent, K extends string>(
  parts: readonly T[],
  keyOf: (part: T) => K,
): Map<K, T> {
  const found = new Map<K, T>()
  for (const part of parts) {
    const key = keyOf(part)
    const sum = found.get(key)
    if (!sum) found.set(key, { ...part })
    else {
      sum.usd += part.usd
      sum.generations += part.generations
      sum.estimate ||= part.estimate
    }
  }
  for (const sum of found.values()) sum.usd = round(sum.usd)
  return found
}

const spentOf = ({ usd, estimate, generations }: Spent): Spent => ({ usd, estimate, generations })

/** `video ray-3.2 720p 5s` */
function dayLine({ day, kind, of, generations }: OfDay): DayLine {
  const [type = '', model = ''] = kind.split(' ')
  const estimate = of === null || of.estimate
  return { day, type, model, usd: (of?.usd ?? 0) * generations, estimate, generations }
}

const dearestFirst = (lines: readonly UsageLine[]) =>
  lines.toSorted((a, b) => b.usd - a.usd || b.generations - a.generations)

function linesBy(parts: readonly DayLine[], keyOf: (part: DayLine) => string): UsageLine[] {
  const found = [...sumBy(parts, keyOf)]
  return dearestFirst(found.map(([value, sum]) => ({ value, label: value, ...spentOf(sum) })))
}

function linesUnder(rows: readonly SpentUnder[]): UsageLine[] {
  const parts = rows.map((row) => ({ ...row, estimate: row.estimate === 1 }))
  return dearestFirst([...sumBy(parts, ({ value }) => value).values()])
}

async function rowsOf({ report }: Stores, world: World, days: readonly LocalDay[]) {
  const prices = new Map<string, Price>()
  const priceFrom = (json: string | null) => {
    if (json === null) return null
    const price = prices.get(json) ?? (JSON.parse(json) as Price)
    prices.set(json, price)
    return price
  }
  const rows: OfDay[] = []
  const note = (day: string, alike: readonly SpentAlike[]) => {
    for (const each of alike) rows.push({ ...each, day, of: priceFrom(each.price) })
  }
  for (const row of await report.spent(world, days)) note(row.day, [row])
  note(days.at(-1)?.day ?? '', await report.underWay(world))
  return rows
}

/** Those of all days that are alike, counted together. */
function draftsAmong(rows: readonly OfDay[]): OfDay[] {
  const found = new Map<string, OfDay>()
  for (const row of rows) {
    if (row.kind.split(' ')[2] !== draftResolution) continue
    const key = `${row.kind} ${row.hdr} ${row.price}`
    const sum = found.get(key)
    if (sum) sum.generations += row.generations
    else found.set(key, { ...row })
  }
  return [...found.values()]
}

async function draftsOf(
  { report }: Stores,
  rows: readonly OfDay[],
): Promise<UsageReport['drafts']> {
  const drafts = draftsAmong(rows)
  const requests = await report.requests(drafts.map(({ example }) => example))
  let generations = 0
  let usd = 0
  let savedUsd = 0
  for (const { of, example, generations: count } of drafts) {
    generations += count
    const request = requests.get(example)
    if (!of || request === undefined) continue
    usd += of.usd * count
    const full = priceAt(JSON.parse(request), of, fullResolution)
    if (full !== null) savedUsd += (full - of.usd) * count
  }
  return { generations, usd: round(usd), saved_usd: round(savedUsd) }
}

/** What was spent on each day, type and model, the oldest day first; today with what is under way. */
export async function readUsageLines(stores: Stores, scope: Scope): Promise<DayLine[]> {
  const rows = await rowsOf(stores, scope.world, localDays(scope.days, scope.now ?? new Date()))
  const key = ({ day, type, model }: DayLine) => `${day} ${type} ${model}`
  const lines = [...sumBy(rows.map(dayLine), key)]
  return lines.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

/** What was spent, from the journal. */
export async function readUsageReport(stores: Stores, scope: Scope): Promise<UsageReport> {
  const { world, days: count, now = new Date() } = scope
  const days = localDays(count, now)
  const range = { from: days[0]?.from ?? '', to: days.at(-1)?.to ?? '' }
  const rows = await rowsOf(stores, world, days)
  const lines = rows.map(dayLine)
  const byDay = sumBy(lines, ({ day }) => day)
  const nothing: Spent = { usd: 0, estimate: false, generations: 0 }
  const budget = world === 'luma' ? await stores.settings.budget() : null
  return {
    as_of: now.toISOString(),
    prices_as_of: priceTable.asOf,
    world,
    total: spentOf(sumBy(lines, () => 'all').get('all') ?? nothing),
    days: days.map(({ day }) => ({ day, ...spentOf(byDay.get(day) ?? nothing) })),
    by: {
      type: linesBy(lines, ({ type }) => type),
      model: linesBy(lines, ({ model }) => model),
      board: linesUnder(await stores.report.byBoard(world, range)),
      tag: linesUnder(await stores.report.byTag(world, range)),
    },
    drafts: await draftsOf(stores, rows),
    day_budget_usd: budget?.day_usd ?? null,
  }
}
