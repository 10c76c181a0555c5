import { useEffect, useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Composition } from './composition.ts'
import { type History, remembered, stepBack, stepOn } from './undo-history.ts'

const emptyHistory: History<Composition> = { past: [], future: [] }

/** Undo and redo of everything in the form; typing in a row counts as one act. */
export function useUndo() {
  const { subscribe, getValues, setValue } = useFormContext<Composition>()
  const history = useRef(emptyHistory)
  const current = useRef<{ value: Composition; at: number } | null>(null)
  const isGoing = useRef(false)
  const [can, setCan] = useState({ undo: false, redo: false })

  const tell = () =>
    setCan({ undo: history.current.past.length > 0, redo: history.current.future.length > 0 })

  useEffect(() => {
    current.current = { value: structuredClone(getValues()), at: 0 }
    return subscribe({
      formState: { values: true },
      callback: () => {
        if (isGoing.current) return
        const before = current.current
        const value = structuredClone(getValues())
        if (!before || JSON.stringify(before.value) === JSON.stringify(value)) return
        const at = performance.now()
        history.current = remembered(history.current, before, { value, at })
        current.current = { value, at }
        setCan({ undo: history.current.past.length > 0, redo: false })
      },
    })
  }, [subscribe, getValues])

  const go = (step: typeof stepBack<Composition>) => {
    if (!current.current) return
    const next = step(history.current, current.current.value)
    if (!next) return
    history.current = next.history
    current.current = { value: next.value, at: 0 }
    isGoing.current = true
    setValue('draft', next.value.draft)
    setValue('plan', next.value.plan)
    setValue('origin', next.value.origin ?? null)
    isGoing.current = false
    tell()
  }
  return {
    undo: can.undo ? () => go(stepBack) : null,
    redo: can.redo ? () => go(stepOn) : null,
  }
}
