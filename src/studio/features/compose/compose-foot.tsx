import type { Draft } from '#contract/draft.ts'
import type { ApiError } from '../../api/api-error.ts'
import { keyNames } from '../../lib/key-names.ts'
import { shortcuts } from '../../lib/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { PriceLine } from './price-line.tsx'

type ComposeFootProps = {
  draft: Draft
  isSending: boolean
  error: ApiError | null
  /** Set when a submission is without an answer. */
  onRetry: (() => void) | null
}

function wordsFor(error: ApiError | null, canRetry: boolean) {
  if (canRetry && !error) return 'The last submission had no answer. Retry sends that same one.'
  if (error?.isUndecided) return `${error.detail} Nothing is lost: Retry sends the same one again.`
  return error && error.path === undefined && !error.violations.length ? error.detail : null
}

/** Price and the act; it never scrolls away. */
export function ComposeFoot({ draft, isSending, error, onRetry }: ComposeFootProps) {
  const words = wordsFor(error, onRetry !== null)
  return (
    <div className="shrink-0 border-t px-4 py-3">
      {words && (
        <div role="alert" className="mb-3 flex items-start justify-between gap-3">
          <Reason id="compose-problem" tone="bad" text={words} />
          {onRetry && <Button onClick={onRetry}>Retry</Button>}
        </div>
      )}
      <div className="flex items-center justify-between gap-4">
        <PriceLine draft={draft} />
        <Button
          type="submit"
          look="primary"
          aria-busy={isSending}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title={`Generate: ${keyNames(shortcuts.submit.keys[0]).join(' ')}`}
          className="px-5"
        >
          Generate
        </Button>
      </div>
    </div>
  )
}
