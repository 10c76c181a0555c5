export type Selection = ReadonlySet<number>

type Press = { isRange: boolean; isToggle: boolean }

/** The selection after a press on `id`; `ids` are all in the order of time. */
export function pressed(
  selection: Selection,
  ids: readonly number[],
  current: number | null,
  id: number,
  { isRange, isToggle }: Press,
): Selection {
  if (isRange) {
    const start = current === null ? 0 : Math.max(0, ids.indexOf(current))
    const end = ids.indexOf(id)
    const range = ids.slice(Math.min(start, end), Math.max(start, end) + 1)
    return new Set(isToggle ? [...selection, ...range] : range)
  }
  if (isToggle) return toggled(selection, id)
  return new Set([id])
}

export function toggled(selection: Selection, id: number): Selection {
  const next = new Set(selection)
  if (!next.delete(id)) next.add(id)
  return next
}
