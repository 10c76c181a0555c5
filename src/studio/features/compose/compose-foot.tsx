import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { keyNames } from '../../lib/key-names.ts'
import { shortcuts } from '../../lib/shortcuts.ts'
import { useCompose } from './compose-context.tsx'
import { DraftFirst } from './draft-first.tsx'
import { OriginChip } from './origin-chip.tsx'
import { PriceLine } from './price-line.tsx'
import { SpendLine } from './spend-line.tsx'
import { actWords } from './act-words.ts'
import { problemWords } from './problem-words.ts'
import type { Expansion } from './plan/expand-plan.ts'
import { useWhyHeld } from './use-why-held.ts'

type ComposeFootProps = {
  /** Sends what a draft comes to, which may be another than the one in hand. */
  onSend: (made: Expansion) => void
  tools?: ReactNode
}

/** Price, spending and the act; it never scrolls away. */
export function ComposeFoot({ onSend, tools }: ComposeFootProps) {
  const { expansion, submission } = useCompose()
  const { retry, error, isSending } = submission
  const words = problemWords(error, retry !== null)
  const whyHeld = useWhyHeld(expansion)
  const act = actWords(expansion, whyHeld !== null)
  return (
    <div className="grid shrink-0 gap-2 border-t px-4 py-3">
      {words && (
        <div role="alert" className="mb-1 flex items-start justify-between gap-3">
          <Reason id="compose-problem" tone="bad" text={words} />
          {retry && <Button onClick={retry}>Retry</Button>}
        </div>
      )}
      <OriginChip />
      {whyHeld && <Reason id="compose-held" tone="warn" text={whyHeld} />}
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2">
        <div className="grid min-w-0 justify-items-start gap-0.5">
          <PriceLine expansion={expansion} />
          <SpendLine />
        </div>
        <Button
          type="submit"
          look="primary"
          aria-busy={isSending}
          aria-disabled={expansion.isOver || undefined}
          aria-describedby={whyHeld ? 'compose-held' : undefined}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title={`${act}: ${keyNames(shortcuts.submit.keys[0]).join(' ')}`}
          className="px-5 aria-disabled:opacity-50"
        >
          {act}
        </Button>
        <div className="col-span-2 flex items-center justify-between gap-2 empty:hidden">
          {tools}
          <DraftFirst onSend={onSend} />
        </div>
      </div>
    </div>
  )
}
