import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { World } from '#contract/generation.ts'
import { usageReport } from '#contract/usage-report.ts'
import { ask } from './client.ts'

/** Of which world, and how many days up to today. */
export type UsageScope = { world: World; days: number }

const queryOf = ({ days, world }: UsageScope) => `days=${days}&world=${world}`

/** What was spent, by day and by what it went for. */
export const usageReportQuery = (scope: UsageScope) =>
  queryOptions({
    queryKey: ['usage-report', scope.world, scope.days],
    queryFn: ({ signal }) => ask(`/api/usage/report?${queryOf(scope)}`, usageReport, { signal }),
    placeholderData: keepPreviousData,
  })

/** The same as a table to take away. */
export const usageCsvHref = (scope: UsageScope) => `/api/usage/report.csv?${queryOf(scope)}`
