import { useQuery } from '@tanstack/react-query'
import { priceTable } from '#contract/price.ts'
import { healthQuery } from '../../api/health.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import type { Expansion } from './plan/expand-plan.ts'
import { setPriceWords } from './plan/set-price-words.ts'

type PriceLineProps = { expansion: Expansion }

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' })

/** What pressing the button costs, each and together. */
export function PriceLine({ expansion }: PriceLineProps) {
  const { data: health } = useQuery(healthQuery())
  const words = setPriceWords(expansion, health?.engine ?? 'luma')
  const asOf = month.format(new Date(`${priceTable.asOf}-01T12:00:00`))
  const base = `Luma’s pay-as-you-go prices as of ${asOf}.`
  const guess = expansion.price.estimate
    ? ' Luma does not publish all of it: ~ marks an estimate.'
    : ''
  return (
    <Tooltip text={base + guess}>
      <button
        type="button"
        aria-label={`Price: ${words}`}
        className="cursor-help rounded-sm text-left text-body text-balance text-ink tabular-nums"
      >
        {words}
      </button>
    </Tooltip>
  )
}
