import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiError } from '../../api/api-error.ts'
import { createGeneration } from '../../api/create-generation.ts'
import { createSet } from '../../api/create-set.ts'
import { generationQuery } from '../../api/generations.ts'
import { useGeneration } from '../../api/use-generation.ts'
import { isSame } from '../../lib/is-same.ts'
import type { Composition } from './composition.ts'
import { recall, remember } from './draft-memory.ts'
import type { Expansion } from './plan/expand-plan.ts'
import { type Batch, batchOf, refusalsOfBatch } from './submission-batch.ts'

const requestsOf = ({ items }: Batch) => items.map(({ request }) => request)

/** Sends one request or a set, once per id, and keeps the ids until somebody answered. */
export function useSubmission() {
  const client = useQueryClient()
  const one = useMutation(createGeneration(client))
  const set = useMutation(createSet(client))
  const [left] = useState(() => recall('unanswered'))
  const [sent, setSent] = useState<Batch | null>(null)
  const { error: notFound } = useQuery({
    ...generationQuery(left?.items[0]?.id ?? ''),
    enabled: left !== null,
    retry: false,
    refetchInterval: false,
  })
  const mutation = sent && sent.items.length > 1 ? set : one
  const last = useGeneration((mutation === one && one.data?.id) || null).data

  const send = (batch: Batch) => {
    const [first] = batch.items
    if (!first || one.isPending || set.isPending) return
    remember('unanswered', { id: batch.id, items: [...batch.items] })
    setSent(batch)
    const settled = {
      onSuccess: () => remember('unanswered', null),
      onError: (error: ApiError) => {
        if (!error.isUndecided) remember('unanswered', null)
      },
    }
    if (batch.items.length > 1) set.mutate({ id: batch.id, items: batch.items }, settled)
    else one.mutate(first, settled)
  }

  const isNowhere = (notFound as ApiError | null)?.status === 404
  const lost = !sent && left && isNowhere ? { ...left, from: null, numbers: [] } : null
  const unanswered = mutation.error?.isUndecided ? sent : lost

  const submit = (made: Expansion, from: Composition) => {
    const batch = batchOf(made, from)
    const isAgain = unanswered && isSame(requestsOf(unanswered), requestsOf(batch))
    send(isAgain ? { ...batch, id: unanswered.id, items: unanswered.items } : batch)
  }

  const refusals = refusalsOfBatch(mutation.error, sent ?? undefined)
  if (last?.state === 'failed' && last.failure_path !== null) {
    const reason = last.failure_reason ?? 'This was refused.'
    refusals.push({ path: last.failure_path, reason, sent: sent?.from?.draft ?? last.request })
  }

  return {
    submit,
    retry: unanswered ? () => send(unanswered) : null,
    isSending: mutation.isPending,
    error: mutation.error,
    refusals,
    /** What the last answer is about. */
    sentPlan: sent?.from?.plan ?? null,
  }
}
