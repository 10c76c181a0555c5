import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { type Generation, isSettled } from '#contract/generation.ts'
import { type Queue, queue } from '#contract/queue.ts'
import type { ApiError } from './api-error.ts'
import { ask } from './client.ts'
import { keepAnswered, pollAfter } from './generations.ts'

const emptyMs = 5000

/** How long until the queue is asked for again; what runs in it is the measure. */
function askAfter({ data }: Queue, isLive: boolean): number | false {
  const waits = data.flatMap((record) => pollAfter(record, isLive) || [])
  if (waits.length) return Math.min(...waits)
  return isLive ? false : emptyMs
}

/** Everything that is not over yet, in the order in which it goes. `isLive`: the event stream is up. */
export const queueQuery = (isLive = true) =>
  queryOptions({
    queryKey: ['queue'],
    queryFn: async ({ signal, client }) => {
      const told = await ask('/api/queue', queue, { signal })
      for (const record of told.data) keepAnswered(client, record)
      return told
    },
    refetchInterval: ({ state }) => (state.data ? askAfter(state.data, isLive) : false),
    refetchIntervalInBackground: true,
  })

/** Shows a change before the server has said yes; whatever it says, the queue is read again. */
function atOnce(client: QueryClient, change: (queue: Queue) => Queue) {
  const { queryKey } = queueQuery()
  void client.cancelQueries({ queryKey })
  client.setQueryData<Queue>(queryKey, (known) => known && change(known))
}

const readAgain = (client: QueryClient) => () =>
  client.invalidateQueries({ queryKey: queueQuery().queryKey })

const post = (act: string, body?: unknown) =>
  ask(`/api/queue/${act}`, queue, { method: 'POST', ...(body !== undefined && { body }) })

/** Nothing more is sent until a person sends on. */
export const pauseQueue = (client: QueryClient) =>
  mutationOptions<Queue, ApiError, void>({
    mutationFn: () => post('pause'),
    networkMode: 'always',
    onMutate: () => atOnce(client, (known) => ({ ...known, paused: true })),
    onSettled: readAgain(client),
  })

export const resumeQueue = (client: QueryClient) =>
  mutationOptions<Queue, ApiError, void>({
    mutationFn: () => post('resume'),
    networkMode: 'always',
    onMutate: () => atOnce(client, (known) => ({ ...known, paused: false })),
    onSettled: readAgain(client),
  })

/** Whether it has not left yet, so that its place can be changed. */
export const isWaiting = ({ state }: Pick<Generation, 'state'>) =>
  state === 'held' || state === 'intent'

function inOrder(known: Queue, ids: readonly string[]): Queue {
  const placeOf = ({ id }: Generation) => ids.indexOf(id)
  const waiting = known.data.filter((record) => isWaiting(record) && placeOf(record) >= 0)
  const sorted = waiting.toSorted((a, b) => placeOf(a) - placeOf(b))
  return {
    ...known,
    data: known.data.map((record) =>
      waiting.includes(record) ? (sorted.shift() ?? record) : record,
    ),
  }
}

/** Another order for what waits, all of it named. */
export const orderQueue = (client: QueryClient) =>
  mutationOptions<Queue, ApiError, readonly string[]>({
    mutationFn: (ids) => post('order', { ids }),
    networkMode: 'always',
    onMutate: (ids) => atOnce(client, (known) => inOrder(known, ids)),
    onSettled: readAgain(client),
  })

/** Lost answers wait for a decision; what else is settled has left the queue. */
export const isUnderWay = (record: Generation) => !isWaiting(record) && !isSettled(record.state)
