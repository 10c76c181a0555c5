import { useId } from 'react'
import { useReasonAt } from './compose-context.tsx'
import { ReasonLine } from './reason-line.tsx'
import { useDraft } from './use-draft.ts'

/** A name under which Luma counts; remembered from one request to the next. */
export function UserField() {
  const { draft, put } = useDraft()
  const reason = useReasonAt('user_id')
  const id = useId()
  return (
    <details data-field="user_id" open={draft.user_id !== undefined} className="group">
      <summary className="cursor-pointer py-1 text-dense text-quiet">More</summary>
      <label htmlFor={id} className="mt-1 mb-1 block text-dense text-quiet">
        User ID
      </label>
      <input
        id={id}
        value={draft.user_id ?? ''}
        onChange={(event) => put('user_id', event.target.value || undefined)}
        aria-invalid={reason?.tone === 'bad' || undefined}
        aria-describedby={`${id}-hint${reason ? ` ${id}-reason` : ''}`}
        autoComplete="off"
        spellCheck={false}
        className="h-8 w-full rounded border border-line bg-raised px-2 max-md:h-10"
      />
      <p id={`${id}-hint`} className="mt-1 text-dense text-quiet">
        Sent to Luma to group usage. No names or e-mail addresses: it must hold no personal data.
      </p>
      {reason && <ReasonLine id={`${id}-reason`} {...reason} />}
    </details>
  )
}
