/** A guide near a frame: its number in the list, its share of the picture and of the palette. */
export type GuidePart = { guide: number; picture: number; palette: number }

/** How far, in frames, a guide that matches its source frame is carried, and one that does not. */
const carried = 24
const shown = 8
/** Share of a guide's palette that is left where no other guide takes over. */
const lasting = 0.8

/**
 * The guides before and after a frame. At its own frame a guide is the whole picture; the picture
 * fades soon, the palette passes evenly from guide to guide.
 */
export function guideParts(
  frame: number,
  guides: readonly { frame: number; matches: boolean }[],
): GuidePart[] {
  const after = guides.findIndex((g) => g.frame >= frame)
  const b = after < 0 ? guides.length : after
  const pair = guides[b]?.frame === frame ? [b] : [b - 1, b]
  const near = pair.filter((n) => n >= 0 && n < guides.length)
  const [first, second] = near.map((n) => guides[n]!.frame)
  const gap = first !== undefined && second !== undefined ? second - first : Infinity
  const parts = near.map((guide) => {
    const { frame: at, matches } = guides[guide]!
    const away = Math.abs(frame - at)
    const reach = Math.min(matches ? carried : shown, gap)
    const left = Math.max(0, 1 - away / reach)
    const palette = gap === Infinity ? lasting + (1 - lasting) * left : 1 - away / gap
    return { guide, picture: left * left * (3 - 2 * left), palette }
  })
  const total = parts.reduce((sum, { picture }) => sum + picture, 0)
  return total > 1 ? parts.map((p) => ({ ...p, picture: p.picture / total })) : parts
}
