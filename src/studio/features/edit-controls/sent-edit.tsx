import type { EditOptions } from '#contract/video-edit.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { sentWords } from './sent-words.ts'

/** What of the edit goes out with the request, to the letter. */
export function SentEdit({ edit }: { edit: EditOptions | undefined }) {
  const { json, beside } = sentWords(edit)
  return (
    <section aria-label="What will be sent" className="grid gap-1">
      <div className="flex h-6 items-center justify-between">
        <h4 className="text-dense text-quiet">What will be sent</h4>
        {json && <CopyButton what="video.edit" text={json} />}
      </div>
      <div className="rounded bg-page px-2 py-1.5 text-dense text-ink">
        {json ? (
          <code className="font-mono wrap-anywhere">{json}</code>
        ) : (
          <p className="text-quiet">No video.edit: the upstream’s own default applies.</p>
        )}
        {beside && <p className="text-quiet">{beside}</p>}
      </div>
    </section>
  )
}
