/** The list with one item at another place; the others close up. */
export function moveItem<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const rest = list.filter((_, index) => index !== from)
  const item = list[from]
  if (item === undefined) return rest
  const at = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, at), item, ...rest.slice(at)]
}

type Box = { left: number; top: number; width: number; height: number }

/** The place whose middle is nearest to a point. */
export function nearestBox(boxes: readonly Box[], x: number, y: number): number {
  const far = boxes.map((box) =>
    Math.hypot(box.left + box.width / 2 - x, box.top + box.height / 2 - y),
  )
  return far.indexOf(Math.min(...far))
}
