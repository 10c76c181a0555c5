import { afterAll, beforeAll, expect, test } from 'vitest'
import { psnr } from '../measure/psnr.ts'
import { ssim } from '../measure/ssim.ts'
import { openStudio, stepsOf } from '../morph/drawn-clip.fixture.ts'
import { fittedPicture } from '../morph/fitted-picture.ts'

let studio: Awaited<ReturnType<typeof openStudio>>
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

const hd = { width: 1280, height: 720 }
const places = [
  'apartment',
  'bridge',
  'city',
  'dawn',
  'forest',
  'lobby',
  'night',
  'park',
  'sunset',
] as const

type Clip = Awaited<ReturnType<typeof studio.draw>>

/** Every keyframe at its frame, by the promise of the request. */
async function expectKept(clip: Clip, at: number, path: string) {
  const wanted = (await fittedPicture(path, clip.size)).subarray(0, clip.lumas[0]!.length)
  expect(ssim(wanted, clip.lumas[at]!, clip.size)).toBeGreaterThanOrEqual(0.92)
  expect(psnr(wanted, clip.lumas[at]!)).toBeGreaterThanOrEqual(38)
  expect(clip.facts.key_frames).toContain(at)
}

test('64 keyframes in five seconds of 720p stand at their frames', async () => {
  const pictures = await Promise.all(places.map((place) => studio.picture(place, hd)))
  const anchors = Array.from({ length: 64 }, (_, n) => ({
    frame: Math.round((n * 120) / 63),
    ...pictures[n % places.length]!,
  }))
  const keyframes = anchors.map(({ frame, ref }) => ({ frame, image: ref }))
  const clip = await studio.draw({ resolution: '720p', keyframes }, 'a journey')
  expect(clip.facts).toMatchObject({ frames: 120, ...hd })
  for (const { frame, path } of anchors) await expectKept(clip, Math.min(119, frame), path)
})

test('two keyframes in ten seconds of a tall clip: 240 is the last frame', async () => {
  const first = await studio.picture('park', { width: 720, height: 1280 })
  const last = await studio.picture('sunset', { width: 720, height: 1280 })
  const keyframes = [
    { frame: 24, image: first.ref },
    { frame: 240, image: last.ref },
  ]
  const clip = await studio.draw({ duration: '10s', keyframes }, 'push in, rain', '9:16')
  expect(clip.facts).toMatchObject({ frames: 240, width: 360, height: 640 })
  await expectKept(clip, 24, first.path)
  await expectKept(clip, 239, last.path)
  const { largest, median } = stepsOf(clip, 24)
  expect(largest).toBeLessThanOrEqual(3 * median)
})
