import type { MotionField } from '../estimate/estimate-trajectory.ts'
import { type Drift, driftAt, thinned, tracksKept, turned } from '../restyle/motion-chain.ts'
import { dimmed, type Picture, type Seen } from './seen-picture.ts'

/** Frames before and after over which a place is followed. */
const reach = 6
/** Shorter than this, in widths, a path is standing still. */
const still = 0.0025

type Spot = readonly [x: number, y: number]

const text = ([x, y]: Spot) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** Where a place goes from step to step, leaving the frame where it leaves it. */
function path(start: Spot, steps: readonly Drift[]): Spot[] {
  const spots = [start]
  for (const step of steps) {
    const [x, y] = spots.at(-1)!
    const [dx, dy] = driftAt(step, x, y)
    spots.push([x + dx, y + dy])
  }
  return spots
}

/** The paths of what stands in a frame, from the frames before to those after, after thinning. */
export function seeTrajectory(
  frame: Picture,
  at: number,
  motion: readonly MotionField[],
  sparsity: number,
): Seen {
  const { width, height } = frame
  const from = Math.max(0, at - reach)
  const near = thinned(motion.slice(from, at + reach + 1), sparsity)
  const back = near.slice(1, at - from + 1).toReversed()
  const on = near.slice(at - from + 1).map(turned)
  const { columns, rows } = motion[at]!
  const all = Array.from({ length: columns * rows }, (_, n): Spot => [
    ((n % columns) + 0.5) / columns,
    (Math.floor(n / columns) + 0.5) / rows,
  ])
  const kept = new Set(tracksKept(all.length, sparsity))
  const point = ([x, y]: Spot): Spot => [x * width, y * height]
  const dot = (spot: Spot, colour: string, r: number) => {
    const [x, y] = point(spot)
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r}" fill="${colour}"/>`
  }
  const broad = Math.max(1.5, width / 300)
  let moving = 0
  const shapes = all.map((spot, n) => {
    if (!kept.has(n)) return dot(spot, '#888', broad * 0.6)
    const whole = [...path(spot, back).toReversed(), ...path(spot, on).slice(1)].map(point)
    const [first, last] = [whole[0]!, whole.at(-1)!]
    if (Math.hypot(last[0] - first[0], last[1] - first[1]) < still * width) {
      return dot(spot, '#fff', broad)
    }
    moving += 1
    const d = `M${whole.map(text).join('L')}${head(whole.at(-2)!, last, broad * 2.5)}`
    return `<path d="${d}" stroke="#000" stroke-opacity=".6" stroke-width="${broad * 2}"/><path d="${d}" stroke="#ffd75c" stroke-width="${broad}"/>`
  })
  const words =
    moving > 0
      ? `${kept.size} of ${all.length} points are followed; each arrow is ${back.length + on.length} frames of motion.`
      : 'Hardly anything moves around this frame.'
  return { picture: dimmed(frame, () => 0.2), shapes: shapes.join(''), found: moving > 0, words }
}

function head([ax, ay]: Spot, [bx, by]: Spot, size: number): string {
  const angle = Math.atan2(by - ay, bx - ax)
  const wing = (turn: number) =>
    `${(bx + size * Math.cos(angle + turn)).toFixed(1)} ${(by + size * Math.sin(angle + turn)).toFixed(1)}`
  return `M${wing(2.5)}L${bx.toFixed(1)} ${by.toFixed(1)}L${wing(-2.5)}`
}
