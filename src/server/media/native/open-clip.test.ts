import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AVCOL_TRC_SMPTE2084 } from 'node-av/constants'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutByEditList, readNumber, writeNumberedClip } from '../numbered-clip.fixture.ts'
import { drawFrame } from './draw-frames.ts'
import { readFacts } from './read-facts.ts'
import { openClip } from './open-clip.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-open-clip-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function numbersOf(path: string, wanted: (frames: number) => number[]) {
  const clip = await openClip(path)
  try {
    const numbers: number[] = []
    for (const frame of wanted(clip.frames.length)) {
      const png = await drawFrame(clip, frame, { format: 'png' })
      numbers.push(await readNumber(png))
    }
    return { frames: clip.frames.length, numbers }
  } finally {
    await clip.close()
  }
}

const upTo = (frames: number) => Array.from({ length: frames }, (_, index) => index)
/** Every frame once, in an order that jumps. */
const jumping = (frames: number) => upTo(frames).map((index) => (index * 29) % frames)

describe('every frame is the one asked for, in order and jumping,', () => {
  test.each<[string, Partial<Parameters<typeof writeNumberedClip>[0]>]>([
    ['of a clip with B-frames', {}],
    [
      'with open groups of pictures',
      { settings: { bf: '3', g: '12', 'x264-params': 'open-gop=1' } },
    ],
    ['with one key frame only', { settings: { bf: '2', g: '999' } }],
    [
      'where frames are shown for uneven times',
      { starts: upTo(60).map((n) => n * 25 + (n % 3) * 7) },
    ],
    [
      'in WebM',
      { container: 'webm', codec: 'libvpx-vp9', settings: { deadline: 'realtime', g: '24' } },
    ],
    [
      'in VP8',
      {
        container: 'webm',
        codec: 'libvpx',
        settings: { deadline: 'realtime', 'auto-alt-ref': '1' },
      },
    ],
    [
      'in HEVC of 10 bits',
      {
        codec: 'libx265',
        tenBit: true,
        settings: { preset: 'ultrafast', 'x265-params': 'log-level=none:keyint=24' },
      },
    ],
    ['of 10 bits in H.264', { tenBit: true }],
    ['in MOV', { container: 'mov' }],
  ])('%s', async (name, clip) => {
    const path = at(`${name}.bin`)
    await writeNumberedClip({ path, frames: 60, ...clip })
    expect(await numbersOf(path, upTo)).toEqual({ frames: 60, numbers: upTo(60) })
    expect(await numbersOf(path, jumping)).toEqual({ frames: 60, numbers: jumping(60) })
  })

  test.each([10, 30])('where an edit list cuts off the first %d', async (cut) => {
    const path = at('edited.mp4')
    await writeNumberedClip({ path, frames: 60 })
    const whole = await openClip(path)
    const ticks = whole.frames[cut]!.start
    await whole.close()
    await cutByEditList(path, { ticks, ms: Math.round((cut * 1000) / 24) })
    const shown = upTo(60 - cut).map((index) => index + cut)
    expect(await numbersOf(path, upTo)).toEqual({ frames: 60 - cut, numbers: shown })
    expect(await readFacts(path)).toMatchObject({ frames: 60 - cut, fps: 24 })
    expect((await numbersOf(path, () => [29, 3, 20, 0])).numbers).toEqual(
      [29, 3, 20, 0].map((index) => index + cut),
    )
  })
})

test('a frame beyond the end is an error in words', async () => {
  const path = at('short.mp4')
  await writeNumberedClip({ path, frames: 5 })
  const clip = await openClip(path)
  await expect(clip.read(5)).rejects.toThrow('This video has 5 frames.')
  await clip.close()
})

test('a clip that a phone turned is drawn upright', async () => {
  const path = at('phone.mp4')
  await writeNumberedClip({ path, frames: 3, turned: [0, 1, -1, 0] })
  const clip = await openClip(path)
  const png = await drawFrame(clip, 2, { format: 'png' })
  await clip.close()
  expect(await sharp(png).metadata()).toMatchObject({ width: 96, height: 160 })
  expect(await readNumber(await sharp(png).rotate(-90).png().toBuffer())).toBe(2)
})

test('HDR is brought down to SDR', async () => {
  const path = at('hdr.mp4')
  await writeNumberedClip({
    path,
    frames: 3,
    tenBit: true,
    transfer: AVCOL_TRC_SMPTE2084,
    matrix: 9,
    primaries: 9,
    range: 1,
  })
  expect((await numbersOf(path, upTo)).numbers).toEqual([0, 1, 2])
})
