import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Generation } from '#contract/generation.ts'
import type { ApiError } from './api-error.ts'
import { sendAgain } from './send-again.ts'

/** Sends the same request once more; pressing twice before an answer is one job. */
export function useSendAgain(from: Generation) {
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation<Generation, ApiError>({
    mutationFn: () => sendAgain(client, from),
    networkMode: 'always',
  })
  return {
    sendAgain(onSent?: (record: Generation) => void) {
      if (isPending) return
      mutate(undefined, {
        onSuccess: (record) => {
          void client.invalidateQueries({ queryKey: ['queue'] })
          onSent?.(record)
        },
      })
    },
    isPending,
    problem: error?.detail ?? null,
  }
}
