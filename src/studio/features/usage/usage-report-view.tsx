import type { FacetName, Find } from '#contract/find.ts'
import { type UsageGroup, usageGroups, type UsageReport } from '#contract/usage-report.ts'
import { countOf } from '../../lib/count-of.ts'
import { kindWords } from '../../lib/kind-words.ts'
import { monthWords } from './day-words.ts'
import { DayTable } from './day-table.tsx'
import { findOf } from './find-of.ts'
import { moneyWords } from './money-words.ts'
import { UsageChart } from './usage-chart.tsx'
import { UsageLines } from './usage-lines.tsx'

type UsageReportViewProps = { report: UsageReport; onFind: (find: Find) => void }

const groups: Record<UsageGroup, { title: string; empty: string; note?: string }> = {
  type: { title: 'By type', empty: 'Nothing yet.' },
  model: { title: 'By model', empty: 'Nothing yet.' },
  board: {
    title: 'By board',
    empty: 'None of it is on a board.',
    note: 'Something on two boards counts on both.',
  },
  tag: {
    title: 'By tag',
    empty: 'None of it has a tag.',
    note: 'Something with two tags counts for both.',
  },
}

/** What was spent: in all, by day, and by what it went for. */
export function UsageReportView({ report, onFind }: UsageReportViewProps) {
  const { world, total, days, by, drafts, day_budget_usd } = report
  const isLuma = world === 'luma'
  const sumTitle = isLuma ? 'Spent' : 'At Luma'
  const show = (name: FacetName, value: string) => onFind(findOf(world, name, value))
  return (
    <div className="grid grid-cols-1 gap-8">
      <div className="grid gap-1">
        <p className="text-dense text-quiet">
          {isLuma ? 'Spent at Luma' : 'Free here. At Luma it would have cost'}
        </p>
        <p className="text-prompt font-semibold tabular-nums">{moneyWords(total)}</p>
        <p className="text-dense text-quiet tabular-nums">
          {countOf(total.generations, 'generation')} in {days.length} days · prices of{' '}
          {monthWords(report.prices_as_of)}
          {total.estimate && ' · ~\u00A0where Luma publishes no price'}
        </p>
        {drafts.generations > 0 && (
          <p className="mt-1 tabular-nums">
            {countOf(drafts.generations, 'draft')} at 360p {isLuma ? 'saved' : 'would have saved'}{' '}
            <span className="font-semibold">
              {moneyWords({ usd: drafts.saved_usd, estimate: false })}
            </span>{' '}
            against the same at 720p.
          </p>
        )}
      </div>
      <div>
        <UsageChart
          days={days}
          budgetUsd={isLuma ? day_budget_usd : null}
          onDay={(day) => show('day', day)}
        />
        <DayTable days={days} sumTitle={sumTitle} onDay={(day) => show('day', day)} />
      </div>
      <div className="grid grid-cols-2 gap-x-10 gap-y-8 max-lg:grid-cols-1">
        {usageGroups.map((name) => {
          const { title, empty, note } = groups[name]
          const lines = by[name].map((line) =>
            name === 'type' ? { ...line, label: kindWords(line.value) } : line,
          )
          return (
            <UsageLines
              key={name}
              title={title}
              lines={lines}
              totalUsd={total.usd}
              sumTitle={sumTitle}
              emptyWords={empty}
              {...(note && { note })}
              onLine={({ value }) => show(name, value)}
            />
          )
        })}
      </div>
    </div>
  )
}
