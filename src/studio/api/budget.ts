import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { type Budget, budget } from '#contract/budget.ts'
import type { ApiError } from './api-error.ts'
import { ask } from './client.ts'

/** What may be spent without asking. */
export const budgetQuery = () =>
  queryOptions({
    queryKey: ['budget'],
    queryFn: ({ signal }) => ask('/api/budget', budget, { signal }),
  })

/** Another budget: what is held already stays held until a person sends it. */
export const saveBudget = (client: QueryClient) =>
  mutationOptions<Budget, ApiError, Budget>({
    mutationFn: (next) => ask('/api/budget', budget, { method: 'PUT', body: next }),
    networkMode: 'always',
    onSuccess: (saved) => client.setQueryData<Budget>(budgetQuery().queryKey, saved),
  })
