import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AVERROR_EOF } from 'node-av/constants'
import { Packet } from 'node-av/lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readNumber, writeNumberedClip } from '../numbered-clip.fixture.ts'
import { readClipShape } from './clip-shape.ts'
import { drawFrame } from './draw-frames.ts'
import { joinClips, joinsLossless } from './join-clips.ts'
import { openClip } from './open-clip.ts'
import { openVideo } from './open-video.ts'
import { readFacts } from './read-facts.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-join-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Like = Partial<Parameters<typeof writeNumberedClip>[0]>

async function joined(name: string, clips: Like[]) {
  const paths = clips.map((_, index) => at(`${name}-${index}.mp4`))
  for (const [index, like] of clips.entries()) {
    await writeNumberedClip({ path: paths[index]!, frames: 20, ...like })
  }
  const to = at(`${name}.mp4`)
  const lossless = await joinsLossless(paths)
  await joinClips(paths, to)
  return { paths, to, lossless }
}

async function numbersOf(path: string) {
  const clip = await openClip(path)
  const numbers: number[] = []
  for (let frame = 0; frame < clip.frames.length; frame++) {
    numbers.push(await readNumber(await drawFrame(clip, frame, { format: 'png' })))
  }
  await clip.close()
  return numbers
}

async function packetsOf(path: string) {
  const { file, stream } = await openVideo(path)
  const packet = new Packet()
  packet.alloc()
  const packets: string[] = []
  while ((await file.readFrame(packet)) !== AVERROR_EOF) {
    if (packet.streamIndex === stream.index) packets.push(packet.data!.toString('base64'))
    packet.unref()
  }
  packet.free()
  await file.closeInput()
  return packets
}

const upTo = (frames: number) => Array.from({ length: frames }, (_, index) => index)
const plain: Like = {}
const fewB: Like = { settings: { preset: 'veryfast', g: '24', bf: '1', crf: '10' } }
const noB: Like = { settings: { preset: 'veryfast', g: '24', bf: '0', crf: '10' } }
const hevc: Like = {
  codec: 'libx265',
  tenBit: true,
  settings: { preset: 'ultrafast', 'x265-params': 'log-level=none:keyint=24' },
}

describe('clips that are alike', () => {
  test.each<[string, Like]>([
    ['two', plain],
    ['of HEVC with 10 bits', hevc],
    ['without B-frames', noB],
  ])('%s follow each other packet by packet, without a gap', async (name, like) => {
    const lengths = name === 'two' ? [20, 31] : [20, 31, 7]
    const clips = lengths.map((frames) => ({ ...like, frames }))
    const { paths, to, lossless } = await joined(name, clips)
    expect(lossless).toBe(true)
    const single = (await Promise.all(paths.map(packetsOf))).flat()
    expect(await packetsOf(to)).toEqual(single)
    expect(await numbersOf(to)).toEqual(lengths.flatMap(upTo))
    const frames = single.length
    expect(await readFacts(to)).toMatchObject({ frames, fps: 24, duration_s: frames / 24 })
    expect(await readClipShape(to)).toMatchObject({ isEven: true, frames })
    const bytes = await readFile(to)
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
  })
})

describe('clips that are unlike', () => {
  test('in their parameter sets alone are encoded anew, as players would confuse them', async () => {
    const { paths, to, lossless } = await joined('sets', [noB, plain, fewB])
    const sets = await Promise.all(paths.map(async (path) => (await readClipShape(path)).sets))
    expect(new Set(sets).size).toBe(3)
    expect(lossless).toBe(false)
    expect(await numbersOf(to)).toEqual([20, 20, 20].flatMap(upTo))
    expect(await readClipShape(to)).toMatchObject({ isEven: true, frames: 60 })
  })

  test('in size take that of the first, and keep every frame', async () => {
    const { to, lossless } = await joined('sizes', [plain, { width: 320, height: 192 }, plain])
    expect(lossless).toBe(false)
    expect(await numbersOf(to)).toEqual([20, 20, 20].flatMap(upTo))
    expect(await readFacts(to)).toMatchObject({ frames: 60, fps: 24, width: 160, height: 96 })
  })

  test('in shape stand whole between bars', async () => {
    const { to } = await joined('shapes', [plain, { width: 96, height: 96 }])
    const clip = await openClip(to)
    const { data, info } = await (
      await import('sharp')
    )
      .default(await drawFrame(clip, 30, { format: 'png' }))
      .raw()
      .toBuffer({ resolveWithObject: true })
    await clip.close()
    expect([info.width, info.height]).toEqual([160, 96])
    expect(data[48 * 160 * 3 + 10 * 3]).toBeLessThan(8)
  })

  test('in codec, and shown for uneven times, keep every frame', async () => {
    const starts = upTo(20).map((n) => n * 25 + (n % 3) * 7)
    const { to, lossless } = await joined('codecs', [plain, hevc, { starts }])
    expect(lossless).toBe(false)
    expect((await numbersOf(to)).slice(0, 40)).toEqual([20, 20].flatMap(upTo))
  })
})
