import type { Size } from '#contract/size.ts'
import type { Rectangle } from '#contract/video-reframe.ts'
import { fillSize, fitSize } from './placements.ts'
import { type Handle, keptBy, moveTo, pulledSize, sizeTo } from './rectangle-drag.ts'
import type { Point, Terms } from './whole-size.ts'

export type Axis = 'x' | 'y'

/** What a rectangle snapped to: a line of the canvas, or a size. */
export type Guide =
  { kind: 'centre' | 'edge' | 'third'; axis: Axis; at: number } | { kind: 'fit' | 'fill' }

export type Snapped = { rectangle: Rectangle; guides: Guide[] }

type Line = Extract<Guide, { at: number }>

const sideOf = { x: 'width', y: 'height' } as const

const linesOf = (axis: Axis, canvas: Size): Line[] => {
  const side = canvas[sideOf[axis]]
  return [
    { kind: 'centre', axis, at: side / 2 },
    { kind: 'edge', axis, at: 0 },
    { kind: 'edge', axis, at: side },
    { kind: 'third', axis, at: side / 3 },
    { kind: 'third', axis, at: (2 * side) / 3 },
  ]
}

type Pull = { by: number; guide: Guide }

const nearest = (pulls: readonly Pull[]): Pull | null =>
  pulls.reduce<Pull | null>(
    (best, pull) => (best && Math.abs(best.by) <= Math.abs(pull.by) ? best : pull),
    null,
  )

function linePull(points: readonly number[], axis: Axis, canvas: Size, tolerancePx: number) {
  const pulls = linesOf(axis, canvas).flatMap((guide) =>
    points.map((point) => ({ by: guide.at - point, guide })),
  )
  return nearest(pulls.filter(({ by }) => Math.abs(by) <= tolerancePx))
}

/** Moved to `to`, or to where an edge or the middle meets a line of the canvas close by. */
export function snapMove(
  rectangle: Rectangle,
  to: Point,
  canvas: Size,
  tolerancePx: number,
  axes: readonly Axis[] = ['x', 'y'],
): Snapped {
  const along = (axis: Axis) => {
    if (!axes.includes(axis)) return null
    const start = to[axis]
    const length = rectangle[sideOf[axis]]
    return linePull([start + length / 2, start, start + length], axis, canvas, tolerancePx)
  }
  const [across, down] = [along('x'), along('y')]
  return {
    rectangle: moveTo(
      rectangle,
      { x: to.x + (across?.by ?? 0), y: to.y + (down?.by ?? 0) },
      canvas,
    ),
    guides: [across, down].flatMap((pull) => (pull ? [pull.guide] : [])),
  }
}

/** Sizes close by that a kept shape snaps to, as widths. */
function widthPulls(
  width: number,
  times: number,
  { canvas, ratio }: Terms,
  tolerancePx: number,
): Pull[] {
  if (ratio === null) return []
  const fill = fillSize(ratio, canvas)
  const fit = fitSize(ratio, canvas)
  const pulls: Pull[] = [{ by: (fit.width - width) / times, guide: { kind: 'fit' } }]
  if (fill) pulls.push({ by: (fill.width - width) / times, guide: { kind: 'fill' } })
  return pulls.filter((pull) => Math.abs(pull.by) <= tolerancePx)
}

/** Pulled by a handle to where the pulled edges meet lines close by, or to a size that fits or fills. */
export function snapResize(
  from: Rectangle,
  handle: Handle,
  by: Point,
  isFromCentre: boolean,
  terms: Terms,
  tolerancePx: number,
): Snapped {
  const { canvas, ratio } = terms
  const keep = keptBy(handle, isFromCentre)
  const size = pulledSize(from, handle, by, isFromCentre, ratio)
  const times = isFromCentre ? 2 : 1
  const pullOf = (axis: Axis) => {
    if (handle[axis] === 0) return null
    const fixed = from[axis] + from[sideOf[axis]] * keep[axis]
    const edge = fixed + (handle[axis] * size[sideOf[axis]]) / times
    const pull = linePull([edge], axis, canvas, tolerancePx)
    return pull && { ...pull, by: pull.by * handle[axis] }
  }
  const [across, down] = [pullOf('x'), pullOf('y')]
  if (ratio === null) {
    const width = size.width + (across?.by ?? 0) * times
    const height = size.height + (down?.by ?? 0) * times
    return {
      rectangle: sizeTo(from, { width, height }, keep, terms),
      guides: [across, down].flatMap((pull) => (pull ? [pull.guide] : [])),
    }
  }
  const asWidths = [
    ...widthPulls(size.width, times, terms, tolerancePx),
    ...(across ? [across] : []),
    ...(down ? [{ ...down, by: down.by * ratio }] : []),
  ]
  return toWidth(from, size, keep, terms, nearest(asWidths), times)
}

function toWidth(
  from: Rectangle,
  size: Size,
  keep: Point,
  terms: Terms,
  pull: Pull | null,
  times: number,
): Snapped {
  const width = size.width + (pull?.by ?? 0) * times
  const height = terms.ratio === null ? size.height : width / terms.ratio
  return {
    rectangle: sizeTo(from, { width, height }, keep, terms),
    guides: pull ? [pull.guide] : [],
  }
}

/** Scaled by `factor` with `keep` staying, or to the size close by that fits or fills. */
export function snapScale(
  from: Rectangle,
  factor: number,
  keep: Point,
  terms: Terms,
  tolerancePx: number,
): Snapped {
  const size = { width: from.width * factor, height: from.height * factor }
  const pull = nearest(widthPulls(size.width, 1, terms, tolerancePx))
  return toWidth(from, size, keep, terms, pull, 1)
}
