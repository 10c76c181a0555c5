import { useEffect } from 'react'
import { FormProvider } from 'react-hook-form'
import type { Draft } from '#contract/draft.ts'
import { ComposeProvider } from '../features/compose/compose-context.tsx'
import { ComposePanel } from '../features/compose/compose-panel.tsx'
import { single } from '../features/compose/plan/plan.ts'
import { useDraftForm } from '../features/compose/use-draft-form.ts'

type ComposeRoomProps = {
  /** Settings that somebody asked to have back; a new object for each time of asking. */
  wanted: Draft | null
}

/** The draft form and the panels that read it, loaded after the wall. */
export function ComposeRoom({ wanted }: ComposeRoomProps) {
  const form = useDraftForm()
  const { setValue } = form
  useEffect(() => {
    if (!wanted) return
    setValue('draft', wanted)
    setValue('plan', single)
  }, [wanted, setValue])
  return (
    <FormProvider {...form}>
      <ComposeProvider>
        <ComposePanel editControls={null} />
      </ComposeProvider>
    </FormProvider>
  )
}
