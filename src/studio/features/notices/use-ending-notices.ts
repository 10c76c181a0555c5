import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { Generation, State } from '#contract/generation.ts'
import { leaderQuery } from '../../api/leader.ts'
import { endedSince, statesOf } from './ended-since.ts'
import { endingWords } from './ending-words.ts'
import { answerLooks, isLookedAt } from './is-looked-at.ts'
import { useNoticeChoices } from './notice-choices.ts'
import { notify } from './notify.ts'
import { playTone } from './tone.ts'
import { useToneReady } from './use-tone-ready.ts'

const channel = () => (typeof BroadcastChannel === 'undefined' ? undefined : BroadcastChannel)

/** Tells of an end by sound and by the system, as chosen; of all tabs one speaks. */
export function useEndingNotices(records: readonly Generation[], onOpen: (id: string) => void) {
  const choices = useNoticeChoices()
  const { data: isLeader } = useQuery(leaderQuery())
  const before = useRef<ReadonlyMap<string, State>>(new Map())
  useToneReady(choices.sound)
  useEffect(() => answerLooks(channel()), [])

  const tell = useEffectEvent(async (ended: readonly Generation[]) => {
    if (!isLeader || (!choices.sound && !choices.notify)) return
    const isGood = ended.every(({ state }) => state === 'completed')
    if (choices.sound) playTone(isGood ? 'good' : 'bad')
    if (!choices.notify || (await isLookedAt(channel()))) return
    const [one] = ended
    notify({ ...endingWords(ended), onPress: () => one && onOpen(one.id) })
  })

  useEffect(() => {
    const ended = endedSince(before.current, records)
    before.current = statesOf(records)
    if (ended.length) void tell(ended)
  }, [records])
}
