export const magnetNames = ['seconds', 'thirds', 'playhead'] as const
export type MagnetName = (typeof magnetNames)[number]

type Grid = { last: number; fps: number }

/** The frames that draw what is dragged, ascending and none twice. */
export function magnetFrames(
  names: ReadonlySet<MagnetName>,
  { last, fps }: Grid,
  playhead: number,
): number[] {
  const frames = new Set<number>()
  if (names.has('seconds')) {
    for (let second = 0; Math.round(second * fps) <= last; second++) {
      frames.add(Math.round(second * fps))
    }
    frames.add(last)
  }
  if (names.has('thirds')) {
    for (let part = 0; part <= 3; part++) frames.add(Math.round((part * last) / 3))
  }
  if (names.has('playhead')) frames.add(playhead)
  return [...frames].toSorted((a, b) => a - b)
}

/** The whole frame a place belongs to: that of the nearest magnet in reach, else the nearest. */
export function snapped(place: number, magnets: readonly number[], reachFrames: number): number {
  let best = Math.round(place)
  let nearest = reachFrames
  for (const magnet of magnets) {
    const far = Math.abs(magnet - place)
    if (far <= nearest) [best, nearest] = [magnet, far]
  }
  return best
}
