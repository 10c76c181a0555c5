import { useQuery } from '@tanstack/react-query'
import { healthQuery } from '../../api/health.ts'
import { Button } from '../../ui/button.tsx'
import { useCompose } from './compose-context.tsx'
import { toDraftTier } from './plan/draft-tier.ts'
import { type Expansion, expandPlan } from './plan/expand-plan.ts'
import { sumWords } from './plan/usd-words.ts'
import { useDraft } from './use-draft.ts'
import { useWhyHeld } from './use-why-held.ts'

type DraftFirstProps = { onSend: (made: Expansion) => void }

/** The same request at 360p, for a first look; only where that saves something. */
export function DraftFirst({ onSend }: DraftFirstProps) {
  const { draft, plan } = useDraft()
  const { factsOf } = useCompose()
  const tier = toDraftTier(draft)
  const made = expandPlan(tier?.draft ?? draft, plan, factsOf)
  const { data: health } = useQuery(healthQuery())
  const isLocal = health?.engine === 'local'
  const isHeld = useWhyHeld(made) !== null
  const comparesResolution = plan.axes.some(({ path }) => path === 'video.resolution')
  if (!tier || comparesResolution || made.isOver) return null
  const price = made.price.known ? `, ${sumWords(made.price)}${isLocal ? ' on Luma' : ''}` : ''
  const name = `Draft first${made.total > 1 ? `, ${made.total}` : ''}`
  return (
    <Button
      aria-label={name}
      aria-describedby="compose-draft-first"
      onClick={() => onSend(made)}
      className="ml-auto h-auto min-h-8 flex-col gap-y-0 py-1 text-dense max-md:h-auto max-md:min-h-10"
    >
      <span className="leading-4">{name}</span>
      <span id="compose-draft-first" className="text-mark leading-4 text-quiet tabular-nums">
        {tier.changes.join(', ')}
        {price}
        {isHeld && ', held: over budget'}
      </span>
    </Button>
  )
}
