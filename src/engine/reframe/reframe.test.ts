import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SourcePosition } from '#contract/video-reframe.ts'
import { videoSize, type VideoRatio } from '#contract/video.ts'
import { psnr } from '../measure/psnr.ts'
import { closeTools, openTools } from '../render/tools.ts'
import { cut, seams } from './border.fixture.ts'
import { lanczos } from './lanczos.fixture.ts'
import { pannedPictures, writeClip } from './panned-clip.fixture.ts'
import { readClip, reframed } from './reframed.fixture.ts'
import { shownPart, sourceRectangle } from './source-rectangle.ts'

const tools = openTools()
let folder = ''
let forest = ''
let park = ''
const size = { width: 320, height: 180 }
const upright = { width: 162, height: 290 }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-reframe-'))
  forest = await writeClip(folder, 'forest.mp4', size, await pannedPictures('forest', size, 6))
  park = await writeClip(folder, 'park.mp4', upright, await pannedPictures('park', upright, 6))
})
afterAll(async () => {
  await closeTools(tools)
  await rm(folder, { recursive: true })
})

const at = (x_norm: number, y_norm: number, w_norm: number, h_norm: number): SourcePosition => ({
  x_norm,
  y_norm,
  w_norm,
  h_norm,
})

const luma = (i420: Uint8Array, { width, height }: { width: number; height: number }) => ({
  width,
  height,
  bytes: i420.subarray(0, width * height),
})

/** The source's luma scaled to the rectangle, and the part of it on the canvas. */
function scaledSource(
  source: ReturnType<typeof luma>,
  edges: ReturnType<typeof sourceRectangle>,
  canvas: { width: number; height: number },
) {
  const rectangle = { width: edges.right - edges.left, height: edges.bottom - edges.top }
  const shown = shownPart(edges, canvas)
  return cut(lanczos(source, rectangle), {
    left: shown.left - edges.left,
    top: shown.top - edges.top,
    right: shown.right - edges.left,
    bottom: shown.bottom - edges.top,
  })
}

const mean = (bytes: Uint8Array) => bytes.reduce((sum, v) => sum + v, 0) / bytes.length
const corner = (x: number, y: number) => ({ left: x, top: y, right: x + 8, bottom: y + 8 })

const cases: [string, VideoRatio, SourcePosition | undefined][] = [
  ['centred in 9:16', '9:16', undefined],
  ['centred in 1:1', '1:1', undefined],
  ['at its own size, to the pixel', '21:9', at(100 / 840, 60 / 360, 320 / 840, 180 / 360)],
  ['at fractions of a pixel', '1:1', at(0.1234, 0.3456, 0.6, 0.3375)],
  ['partly off the canvas', '1:1', at(-0.3, 0.55, 0.8, 0.45)],
  ['beyond the lower right corner', '16:9', at(0.7, 0.8, 0.9, 0.9)],
  ['larger than the canvas', '1:1', at(-0.6, -0.1, 2, 1.125)],
  ['stretched', '3:4', at(0.1, 0.1, 0.5, 0.7)],
]

test.for(cases)('the source is kept, %s: 38 dB and more', async ([, ratio, position]) => {
  const canvas = videoSize(ratio, '360p')
  const source = await readClip(forest)
  const { clip } = await reframed(tools, folder, {
    path: forest,
    ratio,
    ...(position && { position }),
  })
  expect(clip).toMatchObject({ ...canvas, frames: 6, rate: { num: 24, den: 1 } })
  const edges = sourceRectangle(position, size, canvas)
  for (const n of [0, 3, 5]) {
    const wanted = scaledSource(luma(source.pictures[n]!, size), edges, canvas)
    const kept = cut(luma(clip.pictures[n]!, canvas), shownPart(edges, canvas))
    expect(psnr(kept, wanted)).toBeGreaterThan(38)
  }
})

test.for(cases.slice(0, 6))('no edge is seen round the source, %s', async ([, ratio, position]) => {
  const canvas = videoSize(ratio, '360p')
  const { clip } = await reframed(tools, folder, {
    path: forest,
    ratio,
    ...(position && { position }),
  })
  const shown = shownPart(sourceRectangle(position, size, canvas), canvas)
  for (const picture of clip.pictures) {
    for (const seam of Object.values(seams(luma(picture, canvas), shown))) {
      expect(seam).toBeLessThan(1.5)
    }
  }
})

test('each edge of the source stands on its pixel', async () => {
  const canvas = videoSize('16:9', '360p')
  const noise = new Uint8Array((size.width * size.height * 3) / 2).fill(128)
  let state = 7
  for (let n = 0; n < size.width * size.height; n++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    noise[n] = 40 + ((state >>> 16) % 160)
  }
  const path = await writeClip(folder, 'noise.mp4', size, [noise, noise])
  const position = at(101.3 / 640, 57.7 / 360, 320 / 640, 180 / 360)
  const { clip } = await reframed(tools, folder, { path, ratio: '16:9', position })
  const source = luma((await readClip(path)).pictures[0]!, size)
  const picture = luma(clip.pictures[0]!, canvas)
  for (const [x, y] of [
    [0, 0],
    [312, 0],
    [0, 172],
    [312, 172],
  ] as const) {
    const patch = cut(source, corner(x, y))
    const found = [-1, 0, 1].flatMap((down) =>
      [-1, 0, 1].map((right) => {
        const there = cut(picture, corner(101 + x + right, 58 + y + down))
        return { right, down, db: psnr(there, patch) }
      }),
    )
    const best = found.reduce((a, b) => (b.db > a.db ? b : a))
    expect(best).toMatchObject({ right: 0, down: 0 })
    expect(best.db).toBeGreaterThan(30)
  }
})

test('an upright clip of odd proportions fills a wide canvas, frame for frame', async () => {
  const { clip, news, outputs } = await reframed(tools, folder, { path: park, ratio: '21:9' })
  expect(clip).toMatchObject({ ...videoSize('21:9', '360p'), frames: 6 })
  expect(outputs[0]?.facts).toMatchObject({ medium: 'video', frames: 6, fps: 24 })
  expect(news.at(-1)).toMatchObject({ frames_done: 6, frames: 6 })
})

test('a clip of 30000/1001 frames a second keeps its rate', async () => {
  const pictures = await pannedPictures('dawn', size, 4)
  const path = await writeClip(folder, 'ntsc.mp4', size, pictures, { num: 30_000, den: 1001 })
  const { clip } = await reframed(tools, folder, { path, ratio: '1:1' })
  expect(clip).toMatchObject({ frames: 4, rate: { num: 30_000, den: 1001 } })
})

test('a rectangle wholly off the canvas leaves nothing but fill', async () => {
  const position = at(1.2, 0.2, 0.5, 0.5)
  const { clip } = await reframed(tools, folder, { path: forest, ratio: '16:9', position })
  const canvas = videoSize('16:9', '360p')
  const source = luma((await readClip(forest)).pictures[0]!, size).bytes
  const fill = luma(clip.pictures[0]!, canvas).bytes
  expect(Math.abs(mean(fill) - mean(source))).toBeLessThan(40)
  expect(new Set(fill).size).toBeGreaterThan(20)
})

const blueOf = (i420: Uint8Array, { width, height }: { width: number; height: number }) => {
  return mean(i420.subarray(width * height, width * height + (width / 2) * 40))
}

test("the far fill follows the words, and keeps the clip's own colours without them", async () => {
  const canvas = videoSize('9:16', '360p')
  const far = async (prompt: string) => {
    const { clip, news } = await reframed(tools, folder, { path: forest, ratio: '9:16', prompt })
    const picture = clip.pictures[2]!
    const edges = sourceRectangle(undefined, size, canvas)
    const outer = picture.subarray(0, canvas.width * 80)
    const seam = seams(luma(picture, canvas), edges)
    const facts = news[0]?.understood?.facts ?? []
    return { luma: mean(outer), blue: blueOf(picture, canvas), seam, facts }
  }
  const plain = await far('the same place, wider')
  const night = await far('the same place at night')
  const snow = await far('the same place in snow')
  expect(night.luma).toBeLessThan(plain.luma - 25)
  expect(night.blue).toBeGreaterThan(plain.blue + 4)
  expect(snow.luma).toBeGreaterThan(night.luma + 40)
  const source = (await readClip(forest)).pictures[2]!
  const rows = Array.from({ length: 100 }, (_, y) =>
    mean(source.subarray(y * size.width, (y + 1) * size.width)),
  )
  expect(plain.luma).toBeGreaterThan(Math.min(...rows))
  expect(plain.luma).toBeLessThan(Math.max(...rows))
  expect(Math.abs(plain.blue - blueOf(source, size))).toBeLessThan(6)
  for (const { seam } of [plain, night, snow]) {
    for (const step of Object.values(seam)) expect(step).toBeLessThan(1.5)
  }
  expect(night.facts).toContainEqual({ label: 'Follows', value: 'night' })
})
