import { afterAll, beforeAll, expect, test } from 'vitest'
import { psnr } from '../measure/psnr.ts'
import { ssim } from '../measure/ssim.ts'
import { openStudio, stepOf, stepsOf } from '../morph/drawn-clip.fixture.ts'
import { fittedPicture } from '../morph/fitted-picture.ts'

let studio: Awaited<ReturnType<typeof openStudio>>
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

const hd = { width: 1280, height: 720 }
const lumaOf = async (path: string, size: { width: number; height: number }) =>
  (await fittedPicture(path, size)).subarray(0, size.width * size.height)

test('each of five keyframes stands at its frame, as a key frame, and 120 is the last', async () => {
  const places = ['dawn', 'night', 'forest', 'city', 'sunset'] as const
  const pictures = await Promise.all(places.map((place) => studio.picture(place, hd)))
  const frames = [0, 25, 61, 90, 120]
  const keyframes = pictures.map(({ ref }, n) => ({ frame: frames[n]!, image: ref }))
  const clip = await studio.draw({ keyframes: keyframes.toReversed() }, 'from dawn to sunset')
  expect(clip.facts).toMatchObject({ frames: 120, fps: 24, width: 640, height: 360 })
  for (const [n, { path }] of pictures.entries()) {
    const at = Math.min(frames[n]!, 119)
    const wanted = await lumaOf(path, clip.size)
    expect(ssim(wanted, clip.lumas[at]!, clip.size)).toBeGreaterThanOrEqual(0.92)
    expect(psnr(wanted, clip.lumas[at]!)).toBeGreaterThanOrEqual(38)
    expect(clip.facts.key_frames).toContain(at)
  }
  for (const [n, from] of frames.slice(0, -1).entries()) {
    const { largest, median } = stepsOf(clip, from, Math.min(119, frames[n + 1]!))
    expect(largest).toBeLessThanOrEqual(3 * median)
  }
  expect(clip.said.find(({ label }) => label === 'Between them')?.value).toMatch(/dissolve/)
})

test('before the first and after the last keyframe the picture lives, from rest', async () => {
  const { ref, path } = await studio.picture('bridge', hd)
  const clip = await studio.draw({ keyframes: [{ frame: 60, image: ref }] }, 'slow push in')
  const wanted = await lumaOf(path, clip.size)
  expect(psnr(wanted, clip.lumas[60]!)).toBeGreaterThanOrEqual(38)
  expect(stepOf(clip.lumas[60]!, clip.lumas[0]!)).toBeGreaterThan(2)
  expect(stepOf(clip.lumas[60]!, clip.lumas[119]!)).toBeGreaterThan(2)
  const { largest, median } = stepsOf(clip)
  expect(largest).toBeLessThanOrEqual(3 * median)
})

test('keyframes 119 and 120 fall on the same frame: the later one is shown', async () => {
  const [one, two] = await Promise.all([studio.picture('park', hd), studio.picture('lobby', hd)])
  const keyframes = [
    { frame: 120, image: two.ref },
    { frame: 119, image: one.ref },
  ]
  const clip = await studio.draw({ keyframes }, 'a park')
  expect(psnr(await lumaOf(two.path, clip.size), clip.lumas[119]!)).toBeGreaterThanOrEqual(38)
})

test('a start frame and an end frame of other shapes cover the first and the last frame', async () => {
  const start = await studio.picture('forest', { width: 800, height: 800 })
  const end = await studio.picture('city', { width: 500, height: 900 })
  const clip = await studio.draw({ start_frame: start.ref, end_frame: end.ref }, 'orbit right')
  for (const [at, { path }] of [[0, start] as const, [119, end] as const]) {
    expect(ssim(await lumaOf(path, clip.size), clip.lumas[at]!, clip.size)).toBeGreaterThanOrEqual(
      0.95,
    )
  }
  const { largest, median } = stepsOf(clip)
  expect(largest).toBeLessThanOrEqual(3 * median)
})

test('a loop from a start frame comes back to it without a step', async () => {
  const { ref, path } = await studio.picture('sunset', hd)
  const clip = await studio.draw({ start_frame: ref, loop: true }, 'pan left, snow falls')
  const wanted = await lumaOf(path, clip.size)
  expect(ssim(wanted, clip.lumas[0]!, clip.size)).toBeGreaterThanOrEqual(0.95)
  const { largest, median } = stepsOf(clip)
  const around = stepsOf({ ...clip, lumas: [clip.lumas[119]!, clip.lumas[0]!] })
  expect(around.largest).toBeLessThanOrEqual(median)
  expect(largest).toBeLessThanOrEqual(3 * median)
})
