import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Generation } from '#contract/generation.ts'
import { decideHeld, type HeldDecision } from './decide-held.ts'

/** What can be done with something that is held, once at a time. */
export function useHeldDecision(record: Generation) {
  const { mutate, isPending, error } = useMutation(decideHeld(useQueryClient()))
  return {
    decide(act: HeldDecision['act'], ofSet = false) {
      if (!isPending) mutate({ record, act, ofSet })
    },
    problem: error?.detail ?? null,
  }
}
