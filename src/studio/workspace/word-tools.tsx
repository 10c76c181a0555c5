import { Bookmark, History } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { draft as draftSchema } from '#contract/draft.ts'
import { promptFor } from '../features/compose/plan/alternatives.ts'
import { plan as planSchema, single } from '../features/compose/plan/plan.ts'
import { useDraft } from '../features/compose/use-draft.ts'
import { switchKind } from '../features/compose/switch-kind.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Sheet } from '../ui/sheet.tsx'

const PromptHistory = lazy(() =>
  import('../features/words/prompt-history.tsx').then((module) => ({
    default: module.PromptHistory,
  })),
)
const Presets = lazy(() =>
  import('../features/words/presets.tsx').then((module) => ({ default: module.Presets })),
)

/** Words that were written before, and words and settings kept under names. */
export function WordTools() {
  const { draft, plan, change, changePlan, forgetOrigin, write } = useDraft()
  const [opened, setOpened] = useState<'history' | 'presets' | null>(null)
  const close = () => setOpened(null)
  return (
    <div className="-ml-2 flex">
      <IconButton label="Prompt history" icon={History} onClick={() => setOpened('history')} />
      <IconButton label="Presets" icon={Bookmark} onClick={() => setOpened('presets')} />
      <Suspense>
        {opened === 'history' && (
          <Sheet title="Prompt history" isOpen onClose={close}>
            <PromptHistory
              onTake={(prompt) => {
                write(promptFor(prompt))
                close()
              }}
            />
          </Sheet>
        )}
        {opened === 'presets' && (
          <Sheet title="Presets" isOpen onClose={close}>
            <Presets
              current={{ draft, plan }}
              onApply={(preset) => {
                if (preset.wordsOnly) write(preset.draft.prompt)
                else {
                  switchKind(preset.draft.type, draft)
                  change(draftSchema.parse(preset.draft))
                  changePlan(planSchema.safeParse(preset.plan).data ?? single)
                  forgetOrigin()
                }
                close()
              }}
            />
          </Sheet>
        )}
      </Suspense>
    </div>
  )
}
