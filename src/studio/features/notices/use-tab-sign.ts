import { useEffect } from 'react'
import type { Generation } from '#contract/generation.ts'
import { signOf } from './sign-of.ts'
import { useUnseen } from './use-unseen.ts'

/** Says in the tab, by title and icon, what runs and what ended while nobody looked. */
export function useTabSign(records: readonly Generation[]) {
  const { title, icon } = signOf(records, useUnseen(records))
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    document.querySelector('link[rel="icon"]')?.setAttribute('href', icon)
  }, [icon])
}
