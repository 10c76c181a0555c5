import { type PointerEvent, useState } from 'react'
import type { UsageReport } from '#contract/usage-report.ts'
import { countOf } from '../../lib/count-of.ts'
import { useElementSize } from '../../lib/use-element-size.ts'
import { chartScale } from './chart-scale.ts'
import { dayWords, fullDayWords } from './day-words.ts'
import { moneyWords } from './money-words.ts'

type UsageChartProps = {
  days: UsageReport['days']
  budgetUsd: number | null
  onDay: (day: string) => void
}

const heightPx = 160

/** Spending by day as bars; a day is pointed at, or walked to with the arrows, and pressed. */
export function UsageChart({ days, budgetUsd, onDay }: UsageChartProps) {
  const [box, setBox] = useState<HTMLElement | null>(null)
  const [wanted, setWanted] = useState<number | null>(null)
  const { width } = useElementSize(box)
  const last = days.length - 1
  const at = Math.min(wanted ?? last, last)
  const day = days[at]
  const spent = days.map(({ usd }) => usd)
  const { top, isBudgetShown } = chartScale(spent, budgetUsd)
  const y = (usd: number) => heightPx - (usd / top) * heightPx
  const step = width / Math.max(1, days.length)
  const gap = step > 4 ? Math.min(4, step * 0.25) : 0

  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width: whole } = currentTarget.getBoundingClientRect()
    setWanted(Math.max(0, Math.min(last, Math.floor(((clientX - left) / whole) * days.length))))
  }
  if (!day) return null
  const words = `${fullDayWords(day.day)}: ${moneyWords(day)}, ${countOf(day.generations, 'generation')}`
  return (
    <figure className="grid grid-cols-1 gap-1 text-dense text-quiet tabular-nums">
      <figcaption className="flex flex-wrap justify-between gap-x-4">
        <span className="text-ink">{words}</span>
        {budgetUsd !== null && (
          <span>
            Budget {moneyWords({ usd: budgetUsd, estimate: false })} a day
            {!isBudgetShown && ', far above'}
          </span>
        )}
      </figcaption>
      <div
        ref={setBox}
        className="relative rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-accent"
        onPointerMove={point}
      >
        <svg aria-hidden width={width} height={heightPx} className="block border-b border-edge">
          {[0, 0.5].map((share) => (
            <g key={share} className="text-line">
              <path d={`M0 ${share * heightPx + 0.5}H${width}`} stroke="currentColor" />
            </g>
          ))}
          {days.map(({ day: name, usd }, index) => (
            <rect
              key={name}
              x={index * step + gap / 2}
              width={Math.max(1, step - gap)}
              y={Math.min(y(usd), heightPx - (usd > 0 ? 2 : 0))}
              height={usd > 0 ? Math.max(2, heightPx - y(usd)) : 0}
              className={index === at ? 'text-accent' : 'text-edge'}
              fill="currentColor"
            />
          ))}
          <path d={`M${(at + 0.5) * step} 0V${heightPx}`} stroke="currentColor" opacity={0.25} />
          {isBudgetShown && budgetUsd !== null && (
            <path
              d={`M0 ${y(budgetUsd)}H${width}`}
              className="text-warn"
              stroke="currentColor"
              strokeDasharray="6 4"
            />
          )}
        </svg>
        <span aria-hidden className="absolute top-1 left-1 rounded-sm bg-page/80 px-1">
          {moneyWords({ usd: top, estimate: false })}
        </span>
        <input
          type="range"
          aria-label="Day"
          aria-valuetext={words}
          min={0}
          max={last}
          value={at}
          onChange={({ target }) => setWanted(Number(target.value))}
          onClick={() => day.generations > 0 && onDay(day.day)}
          onKeyDown={({ key }) => key === 'Enter' && day.generations > 0 && onDay(day.day)}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
        />
      </div>
      <div aria-hidden className="flex justify-between">
        {[0, Math.floor(last / 2), last].map((index) => (
          <span key={index}>{dayWords(days[index]?.day ?? day.day)}</span>
        ))}
      </div>
    </figure>
  )
}
