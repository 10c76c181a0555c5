import { expect, test } from 'vitest'
import { framesOf } from './plan-of.fixture.ts'
import { livingShifts } from './living-shifts.ts'
import { meshOf } from './mesh.ts'
import { cameraMotion, pyramidOf } from './pair-motion.ts'

const size = { width: 320, height: 180 }
const luma = size.width * size.height

/** What the camera did in the first three seconds of a picture that comes alive, pixels. */
async function motionFor(prompt: string) {
  const { frameAt } = await framesOf(prompt, size, 120, [{ frame: 0, place: 'city' }])
  const [a, b] = [0, 72].map((n) => pyramidOf(frameAt(n).subarray(0, luma), size))
  const { x, y, zoom } = cameraMotion(a!, b!).motion
  return { right: -x * 320, down: -y * 320, closer: zoom * 160 }
}

test.each([
  ['pan right', { right: 1 }],
  ['pan left', { right: -1 }],
  ['tilt up', { down: -1 }],
  ['tilt down', { down: 1 }],
  ['push in', { closer: 1 }],
  ['pull out', { closer: -1 }],
  ['crane up', { down: -1 }],
  ['crane down', { down: 1 }],
] as const)('"%s" is seen from a start frame on', async (prompt, way) => {
  const motion = await motionFor(prompt)
  for (const [axis, sign] of Object.entries(way)) {
    expect(motion[axis as keyof typeof motion] * sign).toBeGreaterThan(2)
  }
})

test('a static shot stands still', async () => {
  const { right, down, closer } = await motionFor('a static shot')
  expect(Math.hypot(right, down, closer)).toBeLessThan(0.05)
})

test('in an orbit near and far go opposite ways', async () => {
  const { plan } = await framesOf('orbit right', size, 120, [{ frame: 0, place: 'city' }])
  const { columns, rows } = meshOf(size)
  const shifts = livingShifts(plan, plan.anchors[0]!, 60)
  const amid = (row: number) => shifts[row * columns + Math.floor(columns / 2)]!
  expect(amid(2) * amid(rows - 4)).toBeLessThan(-0.5)
})

test('unlike pictures do not swirl: every pixel stays between the two', async () => {
  const places = [
    { frame: 0, place: 'forest' },
    { frame: 48, place: 'city' },
    { frame: 96, place: 'night' },
  ] as const
  const { kinds, pictures, frameAt } = await framesOf('a static shot', size, 97, places)
  expect(kinds).toEqual(['none', 'none'])
  for (const frame of [8, 16, 24, 32, 40, 56, 64, 72, 80, 88]) {
    const [a, b] = frame < 48 ? [pictures[0]!, pictures[1]!] : [pictures[1]!, pictures[2]!]
    const between = frameAt(frame)
    let [outside, onTheWay] = [0, 0]
    for (let i = 0; i < between.length; i++) {
      const [least, most] = [Math.min(a[i]!, b[i]!), Math.max(a[i]!, b[i]!)]
      if (between[i]! < least - 1 || between[i]! > most + 1) outside += 1
      if (between[i]! > least + 2 && between[i]! < most - 2) onTheWay += 1
    }
    expect(outside).toBe(0)
    if (frame % 48 === 24) expect(onTheWay / between.length).toBeGreaterThan(0.5)
  }
})

test('while unlike pictures dissolve, each moves only as the camera does, and gently', async () => {
  const places = [
    { frame: 0, place: 'forest' },
    { frame: 119, place: 'city' },
  ] as const
  const { plan } = await framesOf('orbit left, fast', size, 120, places)
  const { columns, nodes } = meshOf(size)
  for (const anchor of plan.anchors) {
    for (const frame of [20, 60, 100]) {
      const shifts = livingShifts(plan, anchor, frame)
      for (let at = 0; at < nodes * 2; at++) {
        expect(Math.abs(shifts[at]!)).toBeLessThan(0.14 * size.width)
        const isEdge = (at % nodes) % columns === columns - 1
        if (!isEdge) expect(Math.abs(shifts[at + 1]! - shifts[at]!) / 8).toBeLessThan(0.6)
      }
    }
  }
})

test('frames are the same whatever was drawn before them', async () => {
  const places = [
    { frame: 0, place: 'park' },
    { frame: 30, place: 'dawn' },
  ] as const
  const { frameAt } = await framesOf('rain, pan right', size, 48, places)
  const first = frameAt(40)
  frameAt(3)
  frameAt(12)
  expect(frameAt(40)).toEqual(first)
})
