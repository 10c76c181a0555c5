import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ssim } from '../measure/ssim.ts'
import { openStudio, readLumas, stepsOf } from '../morph/drawn-clip.fixture.ts'
import { writeMovingWindow } from '../morph/moving-window.fixture.ts'
import { cameraMotion, pyramidOf } from '../morph/pair-motion.ts'

let studio: Awaited<ReturnType<typeof openStudio>>
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

type Clip = Awaited<ReturnType<typeof readLumas>>
const size = { width: 640, height: 360 }

type WindowAt = Parameters<typeof writeMovingWindow>[2]

/** A clip in which a camera passes over a photograph. */
async function parent(place: 'forest' | 'city' | 'bridge', windowAt: WindowAt, shape = size) {
  const path = join(studio.folder, `${place}-${shape.width}.mp4`)
  await writeMovingWindow(path, { place, size: shape, frames: 16 }, windowAt)
  return { ref: studio.clip(path), ...(await readLumas(path)) }
}

/** Pixels a frame that the camera moves between two frames of a clip. */
function paceOf({ lumas, size: of }: Clip, from: number, to: number) {
  const [a, b] = [from, to].map((n) => pyramidOf(lumas.at(n)!, of))
  const { x, y, zoom } = cameraMotion(a!, b!).motion
  const k = of.width / (to - from)
  return { x: x * k, y: y * k, zoom: (zoom * k) / 2 }
}

/** The least that neighbours of a clip are alike. */
const leastAlike = ({ lumas, size: of }: Clip, from: number, to: number) =>
  Math.min(...lumas.slice(from, to).map((luma, n) => ssim(luma, lumas[from + n + 1]!, of)))

test('a clip goes on from the last frame of its parent, in its motion, then by the prompt', async () => {
  const before = await parent('city', (frame) => ({ left: 300 - frame * 4, top: 100, width: 1280 }))
  const after = await studio.draw({ start_frame: before.ref }, 'push in fast')
  expect(after.facts).toMatchObject({ frames: 120, width: 640, height: 360 })
  const joint = ssim(before.lumas.at(-1)!, after.lumas[0]!, size)
  expect(joint).toBeGreaterThanOrEqual(leastAlike(before, 8, 15))
  const last = paceOf(before, 12, 15)
  const first = paceOf(after, 0, 3)
  expect(last.x).toBeCloseTo(2, 1)
  expect(Math.abs(first.x - last.x)).toBeLessThan(0.25 * last.x)
  expect(Math.abs(first.y - last.y)).toBeLessThan(0.1)
  const later = paceOf(after, 40, 43)
  expect(later.zoom).toBeGreaterThan(0.5)
  expect(Math.abs(later.x)).toBeLessThan(0.6 * last.x)
})

test('a clip leads into the first frame of another, in its motion', async () => {
  const after = await parent('bridge', (frame) => ({
    left: 100 + frame * 2,
    top: 60 + frame,
    width: 1500 - frame * 4,
  }))
  const before = await studio.draw({ end_frame: after.ref }, 'tilt up')
  const joint = ssim(before.lumas.at(-1)!, after.lumas[0]!, size)
  expect(joint).toBeGreaterThanOrEqual(leastAlike(after, 0, 7))
  const first = paceOf(after, 0, 3)
  const last = paceOf(before, 116, 119)
  expect(Math.hypot(last.x - first.x, last.y - first.y)).toBeLessThan(0.3)
  expect(last.zoom).toBeGreaterThan(0.6 * first.zoom)
  expect(paceOf(before, 60, 63).y).toBeGreaterThan(0.1)
})

test('a looping extension leads back to its own first frame', async () => {
  const before = await parent('forest', (frame) => ({ left: 100 + frame, top: 60, width: 1280 }))
  const loop = await studio.draw({ start_frame: before.ref, loop: true }, 'orbit left')
  const joint = ssim(before.lumas.at(-1)!, loop.lumas[0]!, size)
  expect(joint).toBeGreaterThanOrEqual(leastAlike(before, 8, 15))
  const around = stepsOf({ ...loop, lumas: [loop.lumas.at(-1)!, loop.lumas[0]!] })
  expect(around.largest).toBeLessThanOrEqual(stepsOf(loop).median)
})

test('a parent of another shape is made to cover the new clip', async () => {
  const shape = { width: 320, height: 320 }
  const before = await parent('city', () => ({ left: 300, top: 100, width: 800 }), shape)
  const after = await studio.draw({ start_frame: before.ref }, 'a static shot', '21:9')
  expect(after.facts).toMatchObject({ frames: 120, width: 840, height: 360 })
  expect(stepsOf(after).largest).toBeLessThan(0.5)
  expect(after.said.find(({ label }) => label === 'Motion there')?.value).toMatch(/none/)
})
