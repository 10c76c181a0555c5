import { Redo2, Undo2 } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import type { GenerationType } from '#contract/draft.ts'
import { check, refuses } from '#contract/rules.ts'
import { editSourceLimitS } from '#contract/video-edit.ts'
import { reframeSourceLimitS } from '#contract/video-reframe.ts'
import { videoRatios } from '#contract/video.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { AnchorsField } from './anchors-field.tsx'
import { useCompose } from './compose-context.tsx'
import { ComposeFoot } from './compose-foot.tsx'
import type { Composition } from './composition.ts'
import { isWithin } from './field-reason.ts'
import { GuideField } from './guide-field.tsx'
import { HdrFields } from './hdr-fields.tsx'
import { ImageSettings } from './image-settings.tsx'
import { fieldsOfType, kinds } from './panel-of-type.ts'
import { AlternativesLine } from './plan/alternatives-line.tsx'
import type { Expansion } from './plan/expand-plan.ts'
import { PlanField } from './plan/plan-field.tsx'
import { PositionField } from './position-field.tsx'
import { PromptField } from './prompt-field.tsx'
import { RatioField } from './ratio-field.tsx'
import { ReferencesField } from './references-field.tsx'
import { ResolutionField } from './resolution-field.tsx'
import { SlotField } from './slot-field.tsx'
import { StrayReasons } from './stray-reasons.tsx'
import { switchKind } from './switch-kind.ts'
import { useDraft } from './use-draft.ts'
import { useUndo } from './use-undo.ts'
import { UserField } from './user-field.tsx'
import { VideoSettings } from './video-settings.tsx'
import { writeInto } from './write-into.ts'

type ComposePanelProps = {
  /** How an edit of a clip is steered. */
  editControls: ReactNode
  /** Opens the bench with the timeline or the canvas. */
  onDock: () => void
  /** Keys in the prompt that somebody else understands. */
  onPromptKey?: (event: KeyboardEvent) => void
  promptTools?: ReactNode
  promptNote?: string | null
  footTools?: ReactNode
}

/** Where a request is written and sent. Needs the draft form and the compose provider around it. */
export function ComposePanel(props: ComposePanelProps) {
  const { editControls, onDock, onPromptKey, promptTools, promptNote, footTools } = props
  const { getValues, handleSubmit, reset } = useFormContext<Composition>()
  const { draft, change, forgetOrigin } = useDraft()
  const { factsOf, expansion, submission } = useCompose()
  const { undo, redo } = useUndo()
  const panel = useRef<HTMLFormElement>(null)
  const { type } = draft

  const changeKind = (next: GenerationType) => {
    change(switchKind(next, draft))
    forgetOrigin()
  }

  const focusField = (path: string) => {
    const field = fieldsOfType[type].find((each) => isWithin(path, each)) ?? path
    panel.current
      ?.querySelector<HTMLElement>(
        `[data-field="${field}"] :is(textarea, input:checked, button, input)`,
      )
      ?.focus()
  }

  const send = (made: Expansion) => {
    if (made.isOver) focusField('plan')
    else if (!made.items.some(({ request }) => request)) {
      focusField(check(getValues('draft'), factsOf).find(refuses)?.path ?? 'plan')
    } else {
      submission.submit(made, getValues())
      reset(undefined, { keepValues: true })
    }
  }
  const submit = () => void handleSubmit(() => send(expansion))()
  useShortcuts(['anywhere'], { submit, undo: undo ?? undefined, redo: redo ?? undefined })

  return (
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
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-x-clip overflow-y-auto px-4 pt-1 pb-4">
        <Segmented label="Kind" segments={kinds} value={type} onChange={changeKind} />
        <PromptField
          onKeyDown={onPromptKey}
          tools={
            <>
              {promptTools}
              <IconButton label="Undo" icon={Undo2} disabled={!undo} onClick={undo ?? undefined} />
              <IconButton label="Redo" icon={Redo2} disabled={!redo} onClick={redo ?? undefined} />
            </>
          }
          note={promptNote}
        />
        <AlternativesLine />
        {type === 'image_edit' && <SlotField path="source" label="Source" holds="image" />}
        {(type === 'image' || type === 'image_edit') && (
          <>
            <ReferencesField
              onMention={(words) => writeInto(panel.current?.querySelector('textarea'), words)}
            />
            <ImageSettings />
          </>
        )}
        {type === 'video' && (
          <>
            <AnchorsField onTimeline={onDock} />
            <VideoSettings />
          </>
        )}
        {type === 'video_edit' && (
          <>
            <SlotField path="source" label="Source" holds="video" limitS={editSourceLimitS} />
            <GuideField onTimeline={onDock} />
            {editControls}
            <ResolutionField />
            <div className="-mx-2 grid">
              <HdrFields />
            </div>
          </>
        )}
        {type === 'video_reframe' && (
          <>
            <SlotField path="source" label="Source" holds="video" limitS={reframeSourceLimitS} />
            <RatioField ratios={videoRatios} columns={6} />
            <PositionField onCanvas={onDock} />
            <ResolutionField />
          </>
        )}
        <PlanField />
        <UserField />
        <StrayReasons />
      </div>
      <ComposeFoot tools={footTools} onSend={(made) => void handleSubmit(() => send(made))()} />
    </form>
  )
}
