import { useQueryClient } from '@tanstack/react-query'
import type { Review } from '#contract/marks.ts'
import { knownMarks } from '../../api/marks.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { favouriteChange, reviewChange } from './judging-keys.ts'
import { useJudging } from './use-judging.ts'

type JudgingKeys = {
  /** What the keys are about: the selection, else the item in focus, else the open one. */
  seqs: readonly number[]
  isOn: boolean
  onBoard: () => void
  onTag: () => void
  /** In the trash the key of the trash asks whether to erase. */
  isTrash?: boolean
  /** On to the next picture; also after one was thrown. */
  onNext?: (() => void) | undefined
  /** They are elsewhere now, or gone. */
  onGone?: (() => void) | undefined
}

/** One key, one decision, on one or many. */
export function useJudgingKeys(keys: JudgingKeys) {
  const { seqs, isOn, onBoard, onTag, isTrash, onNext, onGone } = keys
  const client = useQueryClient()
  const { change, toTrash, erase } = useJudging()
  const stars = (count: number) => () => void change(seqs, { stars: count })
  const review = (wanted: Review) => () =>
    void change(seqs, reviewChange(knownMarks(client, seqs), wanted))
  const andGoOn = (wanted: Review) => () => {
    void change(seqs, { review: wanted })
    onNext?.()
  }
  useShortcuts(
    ['item'],
    {
      stars0: stars(0),
      stars1: stars(1),
      stars2: stars(2),
      stars3: stars(3),
      stars4: stars(4),
      stars5: stars(5),
      favourite: () => void change(seqs, favouriteChange(knownMarks(client, seqs))),
      pick: review('pick'),
      reject: review('reject'),
      review: review('review'),
      pickAndGoOn: andGoOn('pick'),
      rejectAndGoOn: andGoOn('reject'),
      trash: () => {
        if (isTrash) return erase(seqs, onGone)
        toTrash(seqs)
        onNext?.()
        onGone?.()
      },
      board: onBoard,
      tag: onTag,
    },
    isOn && seqs.length > 0,
  )
}
