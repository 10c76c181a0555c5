import { afterAll, beforeAll, expect, test } from 'vitest'
import { ssim } from '../measure/ssim.ts'
import { openStudio, type readLumas } from '../morph/drawn-clip.fixture.ts'

let studio: Awaited<ReturnType<typeof openStudio>>
let parent: Awaited<ReturnType<typeof studio.draw>>
beforeAll(async () => {
  studio = await openStudio()
  parent = await studio.draw({}, 'a lake in the mountains at golden hour, slow pan right')
})
afterAll(() => studio.close())

type Clip = Awaited<ReturnType<typeof readLumas>>

/** How alike neighbours are from frame to frame. */
const alike = ({ lumas, size }: Clip, from: number, to: number) =>
  lumas.slice(from, to).map((luma, n) => ssim(luma, lumas[from + n + 1]!, size))

const ref = () => studio.clip(parent.path, { request: parent.request, seed: 5 })

test('the scene of our own clip is painted on where it ended', async () => {
  const after = await studio.draw({ start_frame: ref() }, 'then the camera cranes up')
  const joint = ssim(parent.lumas[119]!, after.lumas[0]!, after.size)
  // A key frame begins the new file; key frames stand every half second in the old one too.
  const [cut, ...others] = [108, 96, 84].map((key) => alike(parent, key - 1, key)[0]!)
  expect(joint).toBeGreaterThanOrEqual(Math.min(cut!, ...others) - 0.01)
  expect(Math.min(...alike(after, 0, 119))).toBeGreaterThan(joint - 0.1)
  expect(after.said[0]).toEqual({
    label: 'Extension',
    value: 'the scene of the clip is painted on',
  })
})

test('the scene of our own clip is painted back to before it began, in another shape', async () => {
  const before = await studio.draw({ end_frame: ref() }, 'it begins', '4:3')
  expect(before.facts).toMatchObject({ frames: 120, width: 480, height: 360 })
  const left = (640 - 480) / 2
  const first = new Uint8Array(480 * 360)
  for (let j = 0; j < 360; j++) {
    first.set(parent.lumas[0]!.subarray(j * 640 + left, j * 640 + left + 480), j * 480)
  }
  const joint = ssim(before.lumas[119]!, first, before.size)
  expect(joint).toBeGreaterThanOrEqual(Math.min(...alike(before, 100, 119)) - 0.01)
})
