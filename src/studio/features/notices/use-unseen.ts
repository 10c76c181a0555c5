import { useState } from 'react'
import type { Generation, State } from '#contract/generation.ts'
import { endedSince, statesOf } from './ended-since.ts'
import { usePageSight } from './use-page-sight.ts'

type Kept = { states: ReadonlyMap<string, State>; unseen: readonly Generation[] }

const nothing: Kept = { states: new Map(), unseen: [] }

/** What ended while the page was hidden, until it is looked at. */
export function useUnseen(records: readonly Generation[]): readonly Generation[] {
  const isSeen = usePageSight()
  const [kept, setKept] = useState(nothing)
  const isNews = records.some(({ id, state }) => kept.states.get(id) !== state)
  if (isNews || (isSeen && kept.unseen.length)) {
    const ended = isSeen ? [] : [...kept.unseen, ...endedSince(kept.states, records)]
    setKept({ states: statesOf(records), unseen: ended })
  }
  return kept.unseen
}
