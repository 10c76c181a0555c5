import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Generation } from '#contract/generation.ts'
import type { ApiError } from './api-error.ts'
import { moveToTrash, restoreFromTrash } from './trash.ts'

/** Puts one out of sight, into the trash, and back. */
export function useForget({ id, seq }: Generation) {
  const client = useQueryClient()
  const onSettled = () => {
    for (const queryKey of [['queue'], ['generation', id], ['wall']]) {
      void client.invalidateQueries({ queryKey })
    }
  }
  const options = { networkMode: 'always', onSettled } as const
  const away = useMutation<unknown, ApiError, void>({
    mutationFn: () => moveToTrash([seq]),
    ...options,
  })
  const back = useMutation<unknown, ApiError, void>({
    mutationFn: () => restoreFromTrash([seq]),
    ...options,
  })
  return {
    forget: (onDone: () => void) => away.mutate(undefined, { onSuccess: onDone }),
    undo: () => back.mutate(),
    problem: (away.error ?? back.error)?.detail ?? null,
  }
}
