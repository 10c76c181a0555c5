import type { UsageLine } from '#contract/usage-report.ts'
import { moneyWords } from './money-words.ts'

type UsageLinesProps = {
  title: string
  lines: readonly UsageLine[]
  totalUsd: number
  /** Above the sums. */
  sumTitle: string
  /** Where there is nothing. */
  emptyWords: string
  note?: string
  onLine: (line: UsageLine) => void
}

const number = new Intl.NumberFormat('en-GB')
const figure = 'py-1 pl-3 text-right whitespace-nowrap tabular-nums'

/** What was spent by one thing: a table with shares, each line to be looked at on the wall. */
export function UsageLines(props: UsageLinesProps) {
  const { title, lines, totalUsd, sumTitle, emptyWords, note, onLine } = props
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-1 font-semibold">{title}</h3>
      {lines.length === 0 ? (
        <p className="text-dense text-quiet">{emptyWords}</p>
      ) : (
        <table className="w-full border-collapse">
          <thead className="text-dense text-quiet">
            <tr>
              <th className="w-full py-1 text-left font-normal">
                <span className="sr-only">{title}</span>
              </th>
              <th className="py-1 pl-3 text-right font-normal">Made</th>
              <th className="py-1 pl-3 text-right font-normal whitespace-nowrap">{sumTitle}</th>
              <th className="py-1 pl-3 text-right font-normal">Share</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.value} line={line} totalUsd={totalUsd} onLine={onLine} />
            ))}
          </tbody>
        </table>
      )}
      {note && lines.length > 0 && <p className="mt-1 text-dense text-quiet">{note}</p>}
    </section>
  )
}

type LineProps = { line: UsageLine; totalUsd: number; onLine: (line: UsageLine) => void }

function Line({ line, totalUsd, onLine }: LineProps) {
  const share = totalUsd > 0 ? Math.min(1, line.usd / totalUsd) : 0
  const percent = `${Math.round(share * 100)} %`
  return (
    <tr className="border-t">
      <th scope="row" aria-label={line.label} className="max-w-0 py-0.5 text-left font-normal">
        <button
          type="button"
          title="Show on the wall"
          onClick={() => onLine(line)}
          className="relative block h-7 w-full overflow-hidden rounded-sm px-2 text-left hover:bg-raised hover:underline max-md:h-10"
        >
          <span
            aria-hidden
            className="absolute inset-y-0 left-0 bg-lifted"
            style={{ width: `${share * 100}%` }}
          />
          <span className="relative block truncate">{line.label}</span>
        </button>
      </th>
      <td className={`${figure} text-quiet`}>{number.format(line.generations)}</td>
      <td className={figure}>{moneyWords(line)}</td>
      <td className={`${figure} text-quiet`}>{percent}</td>
    </tr>
  )
}
