import { useEffect } from 'react'
import { FormProvider } from 'react-hook-form'
import { ComposeProvider } from '../features/compose/compose-context.tsx'
import { single } from '../features/compose/plan/plan.ts'
import { keepDraft } from '../features/compose/switch-kind.ts'
import { useDraftForm } from '../features/compose/use-draft-form.ts'
import type { Address } from './address.ts'
import type { Wanted } from './chain/wish.ts'
import { ComposeDock } from './compose-dock.tsx'
import { Composer } from './composer.tsx'

type ComposeRoomProps = {
  /** What somebody asked to become of the draft; a new object for each time of asking. */
  wanted: Wanted | null
  dockHost: HTMLElement | null
  dock: Address['dock']
  onDock: (dock: Address['dock']) => void
}

/** The draft form and the panels that read it, loaded after the wall. */
export function ComposeRoom({ wanted, dockHost, dock, onDock }: ComposeRoomProps) {
  const form = useDraftForm()
  const { setValue, getValues } = form
  useEffect(() => {
    if (!wanted) return
    const before = getValues('draft')
    const next = wanted.wish(before)
    const isOther = next.type !== before.type
    if (isOther) keepDraft(before)
    setValue('draft', next)
    if (isOther || wanted.origin) setValue('plan', single)
    setValue('origin', wanted.origin ?? null)
  }, [wanted, setValue, getValues])
  return (
    <FormProvider {...form}>
      <ComposeProvider>
        <Composer onDock={() => onDock('open')} />
        <ComposeDock host={dockHost} dock={dock} onDock={onDock} />
      </ComposeProvider>
    </FormProvider>
  )
}
