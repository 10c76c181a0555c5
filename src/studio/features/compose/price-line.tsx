import { useQuery } from '@tanstack/react-query'
import type { Draft } from '#contract/draft.ts'
import { priceTable } from '#contract/price.ts'
import { healthQuery } from '../../api/health.ts'
import { priceWords } from '../../lib/price-words.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import { useCompose } from './compose-context.tsx'
import { priceOfDraft } from './price-of-draft.ts'

type PriceLineProps = { draft: Draft }

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' })

/** What pressing the button costs. */
export function PriceLine({ draft }: PriceLineProps) {
  const { data: health } = useQuery(healthQuery())
  const { factsOf } = useCompose()
  const price = priceOfDraft(draft, factsOf)
  const words = priceWords(price, health?.engine ?? 'luma')
  const asOf = month.format(new Date(`${priceTable.asOf}-01T12:00:00`))
  const base = `Luma’s pay-as-you-go prices as of ${asOf}.`
  const guess = price?.estimate ? ' Luma publishes none for this one: ~ marks an estimate.' : ''
  return (
    <Tooltip text={base + guess}>
      <button
        type="button"
        aria-label={`Price: ${words}`}
        className="cursor-help rounded-sm text-left text-body text-ink tabular-nums"
      >
        {words}
      </button>
    </Tooltip>
  )
}
