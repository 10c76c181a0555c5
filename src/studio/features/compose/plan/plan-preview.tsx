import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { GenerationType } from '#contract/draft.ts'
import { Reason } from '../../../ui/reason.tsx'
import { countWords, refusedWords } from './count-words.ts'
import type { Expansion } from './expand-plan.ts'
import { PlanTable } from './plan-table.tsx'
import { overWords } from './take-away.ts'

type PlanPreviewProps = { type: GenerationType; expansion: Expansion }

/** How many come of it, and each of them, before anything is sent. */
export function PlanPreview({ type, expansion }: PlanPreviewProps) {
  const [isOpen, setIsOpen] = useState(true)
  const id = useId()
  const words = countWords(type, expansion)
  const refused = refusedWords(expansion)
  const Icon = isOpen ? ChevronDown : ChevronRight
  return (
    <section aria-label="What will be made" className="grid gap-2">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        onClick={() => setIsOpen(!isOpen)}
        className="-mx-2 flex min-h-7 items-center gap-1 rounded px-2 text-left tabular-nums hover:bg-raised max-md:min-h-10"
      >
        <Icon size={14} aria-hidden className="-ml-1 shrink-0 text-quiet" />
        {words}
      </button>
      {expansion.isOver && <Reason id={`${id}-over`} tone="bad" text={overWords(expansion)} />}
      {refused && <Reason id={`${id}-refused`} tone="warn" text={refused} />}
      <section
        id={`${id}-list`}
        hidden={!isOpen}
        aria-label="List of all"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        tabIndex={0}
        className="relative max-h-64 overflow-y-auto"
      >
        <PlanTable
          items={expansion.items}
          caption={expansion.isOver ? `The first ${expansion.items.length} of them` : 'All of them'}
        />
      </section>
    </section>
  )
}
