/** How much of each step an edit's strength brings, from careful to free. */
export type EditAmounts = {
  /** Share of the grade. */
  grade: number
  /** Brush strokes in place of detail. */
  paint: number
  relight: number
  fog: number
  sky: number
  cover: number
  /** The prompt's own picture in place of the source's. */
  render: number
  /** Pixels of a frame 360 px high that shapes may sway. */
  warp: number
  /** Source shapes flattened where normals are not kept. */
  flatten: number
  /** What a style draws on top: ink, glow, paper. */
  mark: number
}

const steps: readonly EditAmounts[] = [
  //        careful: the same picture in another light
  row(0.34, 0, 0.0, 0.0, 0, 0, 0, 0, 0, 0.1),
  row(0.62, 0.1, 0.15, 0.1, 0, 0.1, 0, 0, 0.04, 0.2),
  row(0.86, 0.25, 0.3, 0.2, 0.15, 0.25, 0, 0, 0.08, 0.35),
  //        the same scene, made of something else
  row(1, 0.6, 0.45, 0.35, 0.5, 0.5, 0, 1, 0.15, 0.6),
  row(1, 0.9, 0.6, 0.5, 0.85, 0.8, 0.06, 2, 0.25, 0.85),
  row(1, 1, 0.75, 0.6, 1, 1, 0.18, 4, 0.4, 1),
  //        the prompt's own picture, holding on to what the controls say
  row(1, 1, 0.9, 0.65, 1, 1, 0.45, 6, 0.55, 1),
  row(1, 1, 1, 0.65, 1, 1, 0.68, 8, 0.7, 1),
  row(1, 1, 1, 0.65, 1, 1, 0.9, 10, 0.85, 1),
]

function row(
  grade: number,
  paint: number,
  relight: number,
  fog: number,
  sky: number,
  cover: number,
  render: number,
  warp: number,
  flatten: number,
  mark: number,
): EditAmounts {
  return { grade, paint, relight, fog, sky, cover, render, warp, flatten, mark }
}

/** The amounts of a level 0 … 8. */
export function editAmounts(level: number): EditAmounts {
  const amounts = steps[level]
  if (!amounts) throw new RangeError(`an edit's level is 0 … 8, not ${level}`)
  return amounts
}
