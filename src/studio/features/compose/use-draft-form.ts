import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { Draft } from '#contract/draft.ts'
import { recallDraft, rememberDraft } from './draft-memory.ts'
import { resolveDraft } from './resolve-draft.ts'

const saveAfterMs = 300

/** The one form of the studio: its value is the contract's draft, and it survives a reload. */
export function useDraftForm() {
  const form = useForm<Draft>({
    defaultValues: recallDraft().current,
    resolver: resolveDraft,
    shouldFocusError: false,
  })
  const { subscribe, getValues } = form
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const save = () => {
      clearTimeout(timer)
      timer = undefined
      rememberDraft({ current: getValues() })
    }
    const saveIfPending = () => {
      if (timer) save()
    }
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer)
        timer = setTimeout(save, saveAfterMs)
      },
    })
    window.addEventListener('pagehide', saveIfPending)
    return () => {
      saveIfPending()
      unsubscribe()
      window.removeEventListener('pagehide', saveIfPending)
    }
  }, [subscribe, getValues])
  return form
}
