import { ChevronRight } from 'lucide-react'
import type { UsageReport } from '#contract/usage-report.ts'
import { fullDayWords } from './day-words.ts'
import { moneyWords } from './money-words.ts'

type DayTableProps = {
  days: UsageReport['days']
  /** Above the sums. */
  sumTitle: string
  onDay: (day: string) => void
}

/** The chart in figures, the newest day first; days without spending are left out. */
export function DayTable({ days, sumTitle, onDay }: DayTableProps) {
  const spent = days.filter(({ generations }) => generations > 0).toReversed()
  return (
    <details className="group">
      <summary className="inline-flex h-8 cursor-default list-none items-center gap-1 rounded px-1 text-dense text-quiet hover:bg-raised hover:text-ink max-md:h-10">
        <ChevronRight size={12} aria-hidden className="transition-transform group-open:rotate-90" />
        Days in figures
      </summary>
      <table className="mt-1 w-full max-w-96 border-collapse tabular-nums">
        <thead className="text-dense text-quiet">
          <tr>
            <th className="py-1 text-left font-normal">Day</th>
            <th className="py-1 pl-3 text-right font-normal">Made</th>
            <th className="py-1 pl-3 text-right font-normal">{sumTitle}</th>
          </tr>
        </thead>
        <tbody>
          {spent.map((each) => (
            <tr key={each.day} className="border-t">
              <th scope="row" className="text-left font-normal">
                <button
                  type="button"
                  title="Show on the wall"
                  onClick={() => onDay(each.day)}
                  className="h-7 rounded-sm px-1 hover:underline max-md:h-10"
                >
                  {fullDayWords(each.day)}
                </button>
              </th>
              <td className="pl-3 text-right text-quiet">{each.generations}</td>
              <td className="pl-3 text-right">{moneyWords(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
