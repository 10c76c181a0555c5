import type { MediaRef } from '#contract/media-ref.ts'
import { imageRefLimit } from '#contract/image.ts'
import { MediaList } from '../../media/media-list.tsx'
import { useCompose, useReasonWithin } from './compose-context.tsx'
import { MendButtons } from './mend-buttons.tsx'
import { useDraft } from './use-draft.ts'

type ReferencesFieldProps = {
  /** Puts words where the person writes. */
  onMention: (words: string) => void
}

/** The pictures that the words may speak of, in their order. */
export function ReferencesField({ onMention }: ReferencesFieldProps) {
  const { draft, put } = useDraft()
  const { lookOf } = useCompose()
  const reason = useReasonWithin('image_ref')
  const limit = draft.type === 'image_edit' ? imageRefLimit.image_edit : imageRefLimit.image
  return (
    <div data-field="image_ref" className="grid gap-2">
      <MediaList
        label="References"
        value={draft.image_ref ?? []}
        onChange={(refs: MediaRef[]) => put('image_ref', refs.length ? refs : undefined)}
        lookOf={lookOf}
        limit={limit}
        reason={reason}
        onMention={onMention}
      />
      {reason && <MendButtons mends={reason.mends} />}
    </div>
  )
}
