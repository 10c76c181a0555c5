import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { Composition } from './composition.ts'
import { recall, remember } from './draft-memory.ts'

/** The one form of the studio. Every change is remembered at once: a crash loses no word. */
export function useDraftForm() {
  const form = useForm<Composition>({
    defaultValues: { origin: null, ...recall('current') },
    shouldFocusError: false,
  })
  const { subscribe, getValues } = form
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: () => remember('current', getValues()),
      }),
    [subscribe, getValues],
  )
  return form
}
