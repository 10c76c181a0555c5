import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { GenerationRequest } from '#contract/request.ts'
import type { ApiError } from '../../api/api-error.ts'
import { createGeneration, type Submission } from '../../api/create-generation.ts'
import { generationQuery } from '../../api/generations.ts'
import { useGeneration } from '../../api/use-generation.ts'
import { newId } from '../../lib/new-id.ts'
import { recall, remember } from './draft-memory.ts'
import type { Refusal } from './field-reason.ts'

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function refusalsOf(error: ApiError | null, sent: GenerationRequest | undefined): Refusal[] {
  if (!error || !sent) return []
  const told = error.violations.map(({ path, reason }) => ({ path, reason, sent }))
  if (told.length || error.path === undefined) return told
  return [{ path: error.path, reason: error.detail, sent }]
}

/** Sends the request, once per id, and keeps the id until somebody answered. */
export function useSubmission() {
  const client = useQueryClient()
  const mutation = useMutation(createGeneration(client))
  const [left] = useState(() => recall('unanswered'))
  const { error: notFound } = useQuery({
    ...generationQuery(left?.id ?? ''),
    enabled: left !== null,
    retry: false,
    refetchInterval: false,
  })
  const last = useGeneration(mutation.data?.id ?? null).data

  const send = (submission: Submission) => {
    if (mutation.isPending) return
    remember('unanswered', submission)
    mutation.mutate(submission, {
      onSuccess: () => remember('unanswered', null),
      onError: (error) => {
        if (!error.isUndecided) remember('unanswered', null)
      },
    })
  }

  const lost = mutation.isIdle && (notFound as ApiError | null)?.status === 404 ? left : null
  const unanswered = mutation.error?.isUndecided ? mutation.variables : lost

  const submit = (request: GenerationRequest) =>
    send(unanswered && isSame(unanswered.request, request) ? unanswered : { id: newId(), request })

  const refusals = refusalsOf(mutation.error, mutation.variables?.request)
  if (last?.state === 'failed' && last.failure_path !== null) {
    const reason = last.failure_reason ?? 'This was refused.'
    refusals.push({ path: last.failure_path, reason, sent: last.request })
  }

  return {
    submit,
    retry: unanswered ? () => send(unanswered) : null,
    isSending: mutation.isPending,
    error: mutation.error,
    refusals,
  }
}
