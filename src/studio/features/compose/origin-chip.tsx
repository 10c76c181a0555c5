import { X } from 'lucide-react'
import type { Origin } from '#contract/family.ts'
import { useGeneration } from '../../api/use-generation.ts'
import { startOf } from '../../lib/start-of.ts'
import { useDraft } from './use-draft.ts'

const began: Record<Origin['step'], string> = {
  again: 'Again',
  settings: 'From',
  final: 'Final of',
}

/** Whose words and settings these are; what comes of them is its child until this is taken off. */
export function OriginChip() {
  const { origin, forgetOrigin } = useDraft()
  const { data } = useGeneration(origin?.id ?? null)
  if (!origin) return null
  return (
    <span className="flex h-6 max-w-full min-w-0 items-center justify-self-start rounded bg-raised pl-2 text-dense text-quiet max-md:h-10">
      <span className="min-w-0 truncate">
        {began[origin.step]}: {data ? startOf(data.request.prompt, 28) : '…'}
      </span>
      <button
        type="button"
        aria-label="Not from there"
        title="What is sent will not stand in its family"
        onClick={forgetOrigin}
        className="flex size-6 shrink-0 items-center justify-center rounded hover:text-ink max-md:size-10"
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  )
}
