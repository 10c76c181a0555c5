import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { videoSize, type VideoRatio } from '#contract/video.ts'
import { psnr } from '../measure/psnr.ts'
import { closeTools, openTools } from '../render/tools.ts'
import { cut, seams } from './border.fixture.ts'
import { lanczos } from './lanczos.fixture.ts'
import { ownClip } from './own-clip.fixture.ts'
import { readClip, reframed } from './reframed.fixture.ts'
import { sourceRectangle } from './source-rectangle.ts'

const tools = openTools()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-own-'))
})
afterAll(async () => {
  await closeTools(tools)
  await rm(folder, { recursive: true })
})

const luma = (i420: Uint8Array, of: { width: number; height: number }) => ({
  ...of,
  bytes: i420.subarray(0, of.width * of.height),
})

const cases: [string, VideoRatio, VideoRatio][] = [
  ['mountains over a lake at golden hour, pan left', '16:9', '9:16'],
  ['a beach with waves at sunset, crane up', '16:9', '1:1'],
  ['a rainy neon street at night, push in', '16:9', '9:16'],
  ['a forest in autumn, orbit right', '9:16', '16:9'],
  ['dunes in the desert, pan right', '16:9', '21:9'],
]

test.for(cases)('the wider scene is painted round our own clip: %s, %s to %s', async (asked) => {
  const [prompt, from, to] = asked
  const { path, made, size } = await ownClip(tools, folder, prompt, from)
  const { clip, news } = await reframed(tools, folder, { path, prompt, ratio: to, made })
  const canvas = videoSize(to, '360p')
  expect(clip).toMatchObject({ ...canvas, frames: 120, rate: { num: 24, den: 1 } })
  expect(news[0]?.understood?.facts).toContainEqual({
    label: 'New area',
    value: 'The wider scene, painted again round the clip',
  })
  const edges = sourceRectangle(undefined, size, canvas)
  const rectangle = { width: edges.right - edges.left, height: edges.bottom - edges.top }
  const { pictures } = await readClip(path)
  const looks: Record<string, number>[] = []
  for (let n = 0; n < 120; n += 17) {
    const plane = luma(clip.pictures[n]!, canvas)
    const wanted = lanczos(luma(pictures[n]!, size), rectangle)
    expect(psnr(cut(plane, edges), wanted.bytes)).toBeGreaterThan(38)
    looks.push(seams(plane, edges))
  }
  // A trunk may cross the border in one picture; a seam would stay while the camera moves on.
  for (const side of Object.keys(looks[0]!)) {
    const steps = looks.map((look) => look[side] ?? 0)
    expect(steps.reduce((sum, step) => sum + step, 0) / steps.length).toBeLessThan(1.4)
    expect(Math.max(...steps)).toBeLessThan(2)
  }
})

test('words that say another hour turn the far scene, not the border', async () => {
  const prompt = 'dunes in the desert at noon, clear sky'
  const { path, made } = await ownClip(tools, folder, prompt, '16:9')
  const far = async (words: string) => {
    const asked = { path, prompt: words, ratio: '9:16', made } as const
    const { clip, news } = await reframed(tools, folder, asked)
    const canvas = videoSize('9:16', '360p')
    const top = { left: 0, top: 0, right: canvas.width, bottom: 60 }
    const bytes = cut({ ...canvas, bytes: clip.pictures[60]! }, top)
    const edges = sourceRectangle(undefined, videoSize('16:9', '360p'), canvas)
    const seam = seams({ ...canvas, bytes: clip.pictures[60]! }, edges)
    return { luma: bytes.reduce((sum, v) => sum + v, 0) / bytes.length, seam, news }
  }
  const same = await far(prompt)
  const night = await far('the same desert at night')
  expect(night.luma).toBeLessThan(same.luma - 40)
  for (const seam of Object.values(night.seam)) expect(seam).toBeLessThan(1.5)
  expect(night.news[0]?.understood?.facts).toContainEqual({ label: 'Follows', value: 'night' })
})
