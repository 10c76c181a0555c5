import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ssim } from '../measure/ssim.ts'
import { probe } from '../media/probe.ts'
import { fittedPicture } from '../morph/fitted-picture.ts'
import { naturalPng } from '../natural-picture.fixture.ts'
import { clipOf, editBench } from '../restyle/source-clip.fixture.ts'

const bench = editBench()
afterAll(() => bench.close())

test.each([
  { num: 24, den: 1 },
  { num: 30_000, den: 1001 },
])('an edit keeps the size, the frames and a rate of $num/$den', async (rate) => {
  const source = await bench.natural('park', { width: 162, height: 122 }, 7, { rate })
  const { path, output } = await bench.edit(source, 'in autumn', { edit: { strength: 'flex_2' } })
  const clip = await clipOf(path)
  expect(clip).toMatchObject({ width: 162, height: 122, rate })
  expect(clip.frames).toHaveLength(7)
  expect(output).toMatchObject({ name: 'video.mp4', facts: { frames: 7, width: 162, height: 122 } })
})

test('a resolution becomes the short side, in the source’s own shape', async () => {
  const source = await bench.natural('park', { width: 160, height: 120 }, 3)
  const { path } = await bench.edit(source, 'in autumn', { resolution: '360p' })
  expect(await probe(path)).toMatchObject({ width: 480, height: 360, frames: 3 })
})

const guideId = (n: number) => `00000000-0000-4000-8000-00000000001${n}`

async function guideFile(folder: string, n: number, place: 'sunset' | 'night') {
  const path = join(folder, `guide-${n}.png`)
  await writeFile(path, await naturalPng(place, { width: 200, height: 90 }))
  return { path, media_type: 'image/png', facts: { medium: 'image' } } as const
}

test('guide frames stand on their source frames, and their look passes from one to the next', async () => {
  const size = { width: 160, height: 90 }
  const source = await bench.natural('park', size, 13)
  const folder = join(source, '..')
  const media = {
    [guideId(1)]: await guideFile(folder, 1, 'sunset'),
    [guideId(2)]: await guideFile(folder, 2, 'night'),
  }
  const keyframes = [2, 11].map((frame, n) => ({ frame, image: { upload_id: guideId(n + 1) } }))
  const { path, understood } = await bench.edit(
    source,
    'a red evening',
    { edit: { keyframes } },
    media,
  )
  const { frames } = await clipOf(path)
  const luma = (picture: Uint8Array) => picture.subarray(0, size.width * size.height)
  const [first, second] = await Promise.all(
    Object.values(media).map((guide) => fittedPicture(guide.path, size)),
  )
  expect(ssim(luma(frames[2]!), luma(first!), size)).toBeGreaterThan(0.9)
  expect(ssim(luma(frames[11]!), luma(second!), size)).toBeGreaterThan(0.9)
  expect((await probe(path)) as object).toMatchObject({
    key_frames: expect.arrayContaining([2, 11]),
  })
  expect(understood.facts.map(({ label }) => label)).toContain('Guide at frame 11')

  const tone = (picture: Uint8Array) => luma(picture).reduce((sum, v) => sum + v, 0)
  const nearness = [3, 5, 7, 9].map((n) => Math.abs(tone(frames[n]!) - tone(first!)))
  expect(nearness).toEqual(nearness.toSorted((a, b) => a - b))
})

test('a start frame is one guide, at frame 0', async () => {
  const size = { width: 160, height: 90 }
  const source = await bench.natural('park', size, 4)
  const media = { [guideId(1)]: await guideFile(join(source, '..'), 1, 'sunset') }
  const start_frame = { upload_id: guideId(1) }
  const { path } = await bench.edit(source, 'a red evening', { start_frame }, media)
  const { frames } = await clipOf(path)
  const guide = await fittedPicture(media[guideId(1)]!.path, size)
  const luma = (picture: Uint8Array) => picture.subarray(0, size.width * size.height)
  expect(ssim(luma(frames[0]!), luma(guide), size)).toBeGreaterThan(0.9)
})

const factOf = (facts: readonly { label: string; value: string }[], label: string) =>
  facts.find((fact) => fact.label === label)?.value

test('automatic controls hold on to a face and a body that are there, and say so', async () => {
  const person = await bench.person('sitting', { width: 320, height: 180 }, 4)
  const edit = { auto_controls: true }
  const { facts } = (await bench.edit(person, 'as a watercolour', { edit })).understood
  expect(factOf(facts, 'Strength')).toBe('flex_2, picked by the engine')
  expect(factOf(facts, 'Face')).toMatch(/^on, face in 100 % .*picked by the engine/)
  expect(factOf(facts, 'Pose')).toMatch(/^on, precise, body in 100 % .*picked by the engine/)
  expect(factOf(facts, 'Trajectory (estimated)')).toMatch(/picked by the engine/)
})

test('a control has three states: as asked, off as asked, and the engine’s default', async () => {
  const source = await bench.natural('forest', { width: 160, height: 90 }, 3)
  const controls = { depth: { enabled: false }, normals: { enabled: true, augmentation: 0.7 } }
  const edit = { strength: 'reimagine_3', controls } as const
  const { facts } = (await bench.edit(source, 'a city at night', { edit })).understood
  expect(factOf(facts, 'Strength')).toBe('reimagine_3')
  expect(factOf(facts, 'Depth (estimated)')).toBe('off (as asked)')
  expect(factOf(facts, 'Normals (estimated)')).toBe('on, augmentation 0.7 (as asked)')
  expect(factOf(facts, 'Face')).toBe('off (the default)')
  expect(factOf(facts, 'Trajectory (estimated)')).toMatch(/^on, sparsity 0.25, .*\(the default\)/)
})
