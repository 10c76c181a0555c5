export type Selection = ReadonlySet<number>

export function toggled(selection: Selection, seq: number): Selection {
  const next = new Set(selection)
  if (!next.delete(seq)) next.add(seq)
  return next
}

type Order = { seqAt(place: number): number | undefined }

/** All between two places, both with them, added to what was chosen before. */
export function withRange(
  selection: Selection,
  { seqAt }: Order,
  from: number,
  to: number,
): Selection {
  const next = new Set(selection)
  for (let place = Math.min(from, to); place <= Math.max(from, to); place += 1) {
    const seq = seqAt(place)
    if (seq !== undefined) next.add(seq)
  }
  return next
}

type Stretch = { anchor: number; before: number; now: number }

/** Moves the end of a range: what it leaves is let go, what it takes in is chosen. */
export function stretched(
  selection: Selection,
  order: Order,
  { anchor, before, now }: Stretch,
): Selection {
  const next = new Set(selection)
  for (let place = Math.min(anchor, before); place <= Math.max(anchor, before); place += 1) {
    const seq = order.seqAt(place)
    if (seq !== undefined) next.delete(seq)
  }
  return withRange(next, order, anchor, now)
}

/** What is done with a tile is done with all that are chosen, when it is one of them. */
export const meantBy = (selection: Selection, seq: number, limit: number): number[] =>
  selection.has(seq) ? [...selection].slice(0, limit) : [seq]
