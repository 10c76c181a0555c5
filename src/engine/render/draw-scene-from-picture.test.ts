import { afterAll, beforeAll, expect, test } from 'vitest'
import { psnr } from '../measure/psnr.ts'
import { ssim } from '../measure/ssim.ts'
import { openStudio, stepsOf } from '../morph/drawn-clip.fixture.ts'
import { fittedPicture } from '../morph/fitted-picture.ts'
import { cameraMotion, pyramidOf } from '../morph/pair-motion.ts'

let studio: Awaited<ReturnType<typeof openStudio>>
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

const lumaOf = async (path: string, size: { width: number; height: number }) =>
  (await fittedPicture(path, size)).subarray(0, size.width * size.height)

test('the scene of our own picture is painted on from the picture, without a jump', async () => {
  const { path, ref } = await studio.ownPicture('a lake in the mountains at dawn', '3:2')
  const clip = await studio.draw({ start_frame: ref }, 'push in')
  expect(clip.said.find(({ label }) => label === 'Picture')?.value).toMatch(/painted on/)
  const wanted = await lumaOf(path, clip.size)
  expect(ssim(wanted, clip.lumas[0]!, clip.size)).toBeGreaterThanOrEqual(0.95)
  expect(psnr(wanted, clip.lumas[0]!)).toBeGreaterThanOrEqual(38)
  expect(clip.facts.key_frames).toContain(0)
  const { largest, median } = stepsOf(clip)
  expect(largest).toBeLessThanOrEqual(3 * median)
  const [a, b] = [40, 100].map((n) => pyramidOf(clip.lumas[n]!, clip.size))
  expect(cameraMotion(a!, b!).motion.zoom).toBeGreaterThan(0.01)
})

test('the scene of our own picture leads into the picture as an end frame', async () => {
  const { path, ref } = await studio.ownPicture('a city street at night', '16:9')
  const clip = await studio.draw({ end_frame: ref }, 'pan left')
  const wanted = await lumaOf(path, clip.size)
  expect(ssim(wanted, clip.lumas[119]!, clip.size)).toBeGreaterThanOrEqual(0.95)
  const { largest, median } = stepsOf(clip)
  expect(largest).toBeLessThanOrEqual(3 * median)
})
