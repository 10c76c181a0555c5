import { useState } from 'react'
import { anchorName } from './anchor-words.ts'
import { copiesOf, reverseFrames, spreadFrames } from './arrange-keyframes.ts'
import { framesToEnd, stepFrames } from './place-keyframes.ts'
import type { Anchors } from './use-anchors.ts'

type ActsOptions = { of: Anchors; last: number; fps: number; limit: number }

const plural = (count: number) => (count === 1 ? '1 keyframe' : `${count} keyframes`)

/** What can be done to the selected anchors: each is one change, and is told. */
export function useActs({ of, last, fps, limit }: ActsOptions) {
  const [message, setMessage] = useState('')
  const { anchors, frames, picked } = of

  /** The anchors at other frames, in the order they are listed in. */
  const place = (next: readonly number[], told?: string) => {
    if (next.every((frame, index) => frame === frames[index])) return
    const moved = anchors.map((anchor, index) => ({
      ...anchor,
      frame: next[index] ?? anchor.frame,
    }))
    of.commit(moved)
    const sorted = moved.toSorted((a, b) => a.frame - b.frame)
    const first = sorted.find(({ id }) =>
      of.current === null ? of.selection.has(id) : id === of.current,
    )
    if (!told && !first) return
    const index = first ? sorted.indexOf(first) : 0
    const name = first && anchorName({ index, count: sorted.length, frame: first.frame, fps })
    setMessage(told ?? (picked.size > 1 ? `${plural(picked.size)} moved. ${name}.` : `${name}.`))
  }

  return {
    message,
    place,
    step: (by: number) => place(stepFrames(frames, picked, by, last)),
    toEnd: (end: 'first' | 'last') => {
      if (picked.size > 0) place(framesToEnd(frames, picked, end, last))
    },
    spread: () => place(spreadFrames(frames, picked, last), 'Keyframes spread evenly.'),
    reverse: () => place(reverseFrames(frames, picked), 'Keyframes reversed.'),
    remove: () => {
      if (picked.size === 0) return
      const left = anchors.filter((_, index) => !picked.has(index))
      const gone = Math.min(...picked)
      const next = left[Math.min(gone, left.length - 1)]
      of.select(new Set(next ? [next.id] : []), next?.id ?? null)
      of.commit(left)
      setMessage(`${plural(picked.size)} removed. ${left.length} left.`)
    },
    duplicate: () => {
      const copies = copiesOf(frames, picked, last, limit - anchors.length)
      if (copies.length === 0) {
        const isFull = anchors.length >= limit
        setMessage(isFull ? `There are ${limit} keyframes already.` : 'No frame is free.')
        return
      }
      const added = copies.flatMap(({ of: index, frame }, nth) => {
        const anchor = anchors[index]
        return anchor ? [{ ...anchor, frame, id: of.nextId + nth, at: anchors.length + nth }] : []
      })
      of.select(new Set(added.map(({ id }) => id)), added[0]?.id ?? null)
      of.commit([...anchors, ...added])
      setMessage(
        `${plural(added.length)} added at frame ${added.map(({ frame }) => frame).join(', ')}.`,
      )
    },
  }
}
export type Acts = ReturnType<typeof useActs>
