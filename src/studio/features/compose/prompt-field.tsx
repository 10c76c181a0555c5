import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { promptLimit } from '#contract/shared-rules.ts'
import { Reason } from '../../ui/reason.tsx'
import { useReasonAt } from './compose-context.tsx'
import { useDraft } from './use-draft.ts'

const count = new Intl.NumberFormat('en-GB')

type PromptFieldProps = {
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined
  tools?: ReactNode
  /** Where these words come from. */
  note?: string | null | undefined
}

/** The words: first, largest, and as tall as they need to be. */
export function PromptField({ onKeyDown, tools, note }: PromptFieldProps) {
  const { draft, write } = useDraft()
  const reason = useReasonAt('prompt')
  const id = useId()
  return (
    <div data-field="prompt" className="grid gap-2">
      <label htmlFor={id} className="sr-only">
        Prompt
      </label>
      <textarea
        id={id}
        rows={4}
        placeholder="What do you want to see?"
        aria-invalid={reason?.tone === 'bad' || undefined}
        aria-describedby={reason ? `${id}-reason ${id}-count` : `${id}-count`}
        className={`field-sizing-content max-h-80 min-h-32 w-full resize-none rounded border bg-raised px-3 py-2 text-prompt placeholder:text-quiet focus:outline-2 focus:-outline-offset-1 focus:outline-accent ${reason?.tone === 'bad' ? 'border-bad' : 'border-line'}`}
        value={draft.prompt}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {reason && <Reason id={`${id}-reason`} {...reason} />}
      <div className="flex h-8 items-center justify-between gap-4 max-md:h-10">
        <div className="flex min-w-0 items-center">
          {tools}
          {note && <output className="truncate text-dense text-quiet">{note}</output>}
        </div>
        <p id={`${id}-count`} className="shrink-0 text-dense text-quiet tabular-nums">
          {count.format(draft.prompt.length)} / {count.format(promptLimit)}
        </p>
      </div>
    </div>
  )
}
