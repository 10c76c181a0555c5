import { useRef } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { Draft } from '#contract/draft.ts'
import { checkRequest, refuses } from '#contract/rules.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { CarriedFields } from './carried-fields.tsx'
import { ComposeFoot } from './compose-foot.tsx'
import type { ComposeType } from './compose-type.ts'
import { draftOfType, recallDraft, rememberDraft } from './draft-memory.ts'
import { fieldReasons } from './field-reason.ts'
import { ImageSettings } from './image-settings.tsx'
import { PromptField } from './prompt-field.tsx'
import { ReasonsContext } from './reasons-context.ts'
import { useDraft } from './use-draft.ts'
import { useSubmission } from './use-submission.ts'
import { VideoSettings } from './video-settings.tsx'

const kinds = [
  { value: 'image', label: 'Image' },
  { value: 'video', label: 'Video' },
] as const

const fields = {
  image: ['prompt', 'aspect_ratio', 'style', 'output_format', 'model'],
  video: ['prompt', 'aspect_ratio', 'video.resolution', 'video.duration'],
}

/** Where a request is written and sent. Needs the draft form around it. */
export function ComposePanel() {
  const { reset, control, getValues, handleSubmit } = useFormContext<Draft>()
  const { isSubmitted } = useFormState({ control })
  const { draft } = useDraft()
  const submission = useSubmission()
  const panel = useRef<HTMLFormElement>(null)
  const type = draft.type as ComposeType
  const reasons = fieldReasons(draft, submission.refusals, isSubmitted)

  const changeKind = (next: ComposeType) => {
    const { others } = recallDraft()
    rememberDraft({ others: { ...others, [type]: draft } })
    reset(draftOfType(next, draft, others))
  }

  const focusField = (path: string) =>
    panel.current
      ?.querySelector<HTMLElement>(`[data-field="${path}"] :is(textarea, input:checked)`)
      ?.focus()

  const send = () => {
    const checked = checkRequest(getValues())
    if (!checked.request) return
    submission.submit(checked.request)
    reset(undefined, { keepValues: true })
  }
  const showFault = () => {
    const checked = checkRequest(getValues())
    if (!checked.request) focusField(checked.violations.find(refuses)?.path ?? '')
  }
  const submit = () => void handleSubmit(send, showFault)()
  useShortcuts(['anywhere'], { submit })

  return (
    <ReasonsContext value={reasons}>
      <form
        ref={panel}
        aria-label="Compose"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-4 pt-1 pb-4">
          <Segmented label="Kind" segments={kinds} value={type} onChange={changeKind} />
          <PromptField />
          {type === 'image' ? <ImageSettings /> : <VideoSettings />}
          <CarriedFields />
        </div>
        <ComposeFoot
          draft={draft}
          isSending={submission.isSending}
          error={submission.error}
          onRetry={submission.retry}
          homeless={reasons
            .filter(({ path, tone }) => tone === 'bad' && !fields[type].includes(path))
            .map(({ text }) => text)}
        />
      </form>
    </ReasonsContext>
  )
}
