import { useState } from 'react'
import type { Generation, State } from '#contract/generation.ts'
import { isSettled } from '#contract/generation.ts'
import { startOf } from '../lib/start-of.ts'

function endingWords({ request, state }: Pick<Generation, 'request' | 'state'>): string {
  const kind = request.type.startsWith('video') ? 'Video' : 'Image'
  const what = startOf(request.prompt)
  if (state === 'completed') return `${kind} ready: ${what}`
  if (state === 'held') return `${kind} held, not sent: ${what}`
  if (state === 'failed') return `${kind} failed: ${what}`
  return `${kind}: answer lost: ${what}`
}

type Seen = { states: ReadonlyMap<string, State>; message: string }

/** Says, once for each job, how one that was seen running has ended. */
export function useAnnouncement(records: readonly Generation[]): string {
  const [seen, setSeen] = useState<Seen>({ states: new Map(), message: '' })
  const isNews = records.some(({ id, state }) => seen.states.get(id) !== state)
  if (isNews) {
    const ended = records.filter(({ id, state }) => {
      const before = seen.states.get(id)
      return (
        before !== undefined &&
        !isSettled(before) &&
        (isSettled(state) || (state === 'held' && before !== 'held'))
      )
    })
    setSeen({
      states: new Map(records.map(({ id, state }) => [id, state])),
      message: ended.length ? ended.map(endingWords).join('. ') : seen.message,
    })
  }
  return seen.message
}
