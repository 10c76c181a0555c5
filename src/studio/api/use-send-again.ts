import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Generation } from '#contract/generation.ts'
import { newId } from '../lib/new-id.ts'
import { createGeneration } from './create-generation.ts'

/**
 * Sends the same request once more as a new submission, a child of the old. Its id stays the same
 * until somebody has answered, so that pressing twice is one job.
 */
export function useSendAgain({ id: from, request }: Generation) {
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation(createGeneration(client))
  const [id, setId] = useState(newId)
  return {
    sendAgain(onSent?: (record: Generation) => void) {
      if (isPending) return
      mutate(
        { id, request, origin: { id: from, step: 'again' } },
        {
          onSuccess: (record) => {
            setId(newId())
            void client.invalidateQueries({ queryKey: ['queue'] })
            onSent?.(record)
          },
          onError: ({ isUndecided }) => {
            if (!isUndecided) setId(newId())
          },
        },
      )
    },
    isPending,
    problem: error?.detail ?? null,
  }
}
