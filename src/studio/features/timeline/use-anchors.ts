import { useState } from 'react'
import type { Keyframe } from '#contract/keyframe.ts'
import { type Anchor, matchAnchors } from './match-anchors.ts'
import type { Selection } from './selection.ts'

type AnchorsOptions = {
  keyframes: readonly Keyframe[]
  onChange: (next: Keyframe[]) => void
}

const byTime = (a: Anchor, b: Anchor) => a.frame - b.frame || a.at - b.at

/** The keyframes with identities, which of them are selected, and the one that has the keys. */
export function useAnchors({ keyframes, onChange }: AnchorsOptions) {
  const [known, setKnown] = useState(() => matchAnchors([], keyframes))
  const anchors = matchAnchors(known, keyframes)
  if (anchors !== known) setKnown(anchors)
  const [wanted, setSelection] = useState<Selection>(() => new Set())
  const [focused, setCurrent] = useState<number | null>(null)
  const [first, setOrigin] = useState<number | null>(null)

  const ids = anchors.map(({ id }) => id)
  const selection: Selection = new Set(ids.filter((id) => wanted.has(id)))
  const stillThere = (id: number | null) => (id !== null && ids.includes(id) ? id : null)
  const current = stillThere(focused)

  return {
    anchors,
    ids,
    frames: anchors.map(({ frame }) => frame),
    selection,
    current,
    /** Where a range of the selection begins. */
    origin: stillThere(first) ?? current,
    /** Places in the list of what an act is about: the selection, or else the one with the keys. */
    picked: new Set(
      anchors.flatMap(({ id }, index) =>
        selection.has(id) || (selection.size === 0 && id === current) ? [index] : [],
      ),
    ),
    select: (next: Selection, nextCurrent: number | null = current, origin = nextCurrent) => {
      setSelection(next)
      setCurrent(nextCurrent)
      setOrigin(origin)
    },
    focusOn: (id: number) => setCurrent(id),
    nextId: Math.max(0, ...ids) + 1,
    commit: (next: readonly Anchor[]) => {
      const sorted = next.toSorted(byTime).map((anchor, at) => ({ ...anchor, at }))
      setKnown(sorted)
      onChange(sorted.map(({ frame, image }) => ({ frame, image })))
    },
  }
}
export type Anchors = ReturnType<typeof useAnchors>
