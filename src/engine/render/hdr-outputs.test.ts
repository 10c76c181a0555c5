import { readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SceneSpec } from '#engine/scene/scene-spec.ts'
import { understand } from '#engine/scene/understand.ts'
import { nitOf } from '../hdr/pq.ts'
import { probe } from '../media/probe.ts'
import { readHdrClip } from '../media/node-av/read-hdr.fixture.ts'
import { openClipSink } from './clip-sink.ts'
import { PaintPool } from './paint-pool.ts'

const size = { width: 160, height: 90 }
const frames = 14
const pixels = size.width * size.height
const pool = new PaintPool(2)
const spec = (prompt: string) =>
  understand({ prompt, style: undefined, aspect: 16 / 9, seed: 5, medium: 'video' })
const sunset = spec('sunset over the sea')
let folder: string

async function clipOf(name: string, scene: SceneSpec, { exr = false, isLit = true } = {}) {
  const job = await mkdtemp(join(folder, name))
  // So near to lossless that what is measured below is the light and not the encoder.
  const crf = 5
  const rate = { num: 24, den: 1 }
  const sink = await openClipSink({ folder: job, size, rate, crf, hdr: { exr } })
  const write = (_: number, i420: Uint8Array, light?: Uint16Array) => sink.write(i420, light)
  await pool.paintClip(scene, size, frames, write, undefined, { lit: isLit })
  const outputs = await sink.close()
  const path = join(job, 'video.mp4')
  return { job, path, outputs, facts: sink.facts(), read: await readHdrClip(path) }
}
type Clip = Awaited<ReturnType<typeof clipOf>>

/** Chroma between its samples, which are sited left. */
function chromaAt(plane: Uint16Array, x: number, y: number) {
  const [half, rows] = [size.width / 2, size.height / 2]
  const [x0, y0] = [x >> 1, y >> 1]
  const x1 = Math.min(x0 + (x & 1), half - 1)
  const y1 = Math.min(Math.max(y & 1 ? y0 + 1 : y0 - 1, 0), rows - 1)
  const near = plane[y0 * half + x0]! + plane[y0 * half + x1]!
  const far = plane[y1 * half + x0]! + plane[y1 * half + x1]!
  return (near * 0.375 + far * 0.125 - 512) / 896
}

/** Independent of the encoder's own reckoning: from the decoded signal, as a display would. */
function measured(planes: Uint16Array) {
  let [most, sum] = [0, 0]
  const [blues, reds] = [pixels, pixels * 1.25].map((at) => planes.subarray(at, at + pixels / 4))
  for (let i = 0; i < pixels; i++) {
    const [x, y] = [i % size.width, Math.floor(i / size.width)]
    const luma = (planes[i]! - 64) / 876
    const red = luma + 1.4746 * chromaAt(reds!, x, y)
    const blue = luma + 1.8814 * chromaAt(blues!, x, y)
    const green = (luma - 0.2627 * red - 0.0593 * blue) / 0.678
    const top = nitOf(Math.max(red, green, blue))
    most = Math.max(most, top)
    sum += top
  }
  return { most, mean: sum / pixels }
}
const range = ({ facts }: Clip) => facts.find(({ label }) => label === 'Range')?.value
const levelsOf = ({ read }: Clip) => read.boxes.levels!

let bright: Clip
let night: Clip
let expanded: Clip
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-hdr-'))
  bright = await clipOf('bright', sunset, { exr: true })
  night = await clipOf('night', spec('foggy forest at night'))
  expanded = await clipOf('expanded', sunset, { isLit: false })
}, 60_000)
afterAll(async () => {
  await pool.close()
  await rm(folder, { recursive: true })
})

describe('an HDR clip', () => {
  test('is 10-bit H.265 in BT.2020 and PQ, tagged hvc1', async () => {
    expect(await probe(bright.path)).toMatchObject({
      codec: 'hevc',
      ...size,
      fps: 24,
      frames,
      pix_fmt: 'yuv420p10le',
      bit_depth: 10,
      color: { primaries: 'bt2020', transfer: 'smpte2084', matrix: 'bt2020nc', range: 'tv' },
      key_frames: [0, 12],
      faststart: true,
    })
    expect(bright.read.tag).toBe('hvc1')
  })

  test('says its light in boxes and in the stream of every key frame, and the same in both', async () => {
    const bytes = await readFile(bright.path)
    for (const box of ['mdcv', 'clli', 'colrnclx']) expect(bytes.includes(box)).toBe(true)
    const { boxes, said } = bright.read
    const display = [
      [34_000, 16_000],
      [13_250, 34_500],
      [7500, 3000],
      [15_635, 16_450],
    ].flat()
    const rationals = display.flatMap((v) => [v, 50_000])
    expect(boxes.display).toEqual([...rationals, 1, 10_000, 10_000_000, 10_000, 1, 1])
    for (const key of [0, 12]) expect(said[key]).toEqual(boxes)
  })

  test.each(['bright', 'night', 'expanded'])('measures itself right: %s', (name) => {
    const clip = { bright, night, expanded }[name]!
    const found = clip.read.frames.map(measured)
    const [cll, fall] = levelsOf(clip)
    const most = Math.max(...found.map((f) => f.most))
    const mean = Math.max(...found.map((f) => f.mean))
    // One small light between four chroma samples is shown a little otherwise than it was made.
    expect(Math.abs(most / cll! - 1)).toBeLessThan(0.2)
    expect(Math.abs(mean / fall! - 1)).toBeLessThan(0.03)
  })

  test('of a sun stands far above white, of a night is far darker', () => {
    expect(levelsOf(bright)[0]).toBeGreaterThan(400)
    expect(levelsOf(bright)[0]).toBeLessThanOrEqual(1000)
    expect(levelsOf(night)[0]!).toBeLessThan(levelsOf(bright)[0]!)
    expect(levelsOf(night)[1]!).toBeLessThan(levelsOf(bright)[1]!)
  })

  test('of an eight-bit picture is said to be expanded and claims little', () => {
    expect(range(expanded)).toContain('expanded from SDR')
    expect(range(bright)).toBe('the light of the scene itself')
    expect(levelsOf(expanded)[0]).toBeLessThanOrEqual(Math.ceil(203 * 1.6))
    expect(levelsOf(expanded)[0]).toBeLessThan(levelsOf(bright)[0]!)
  })

  test('tells what was measured in words', () => {
    const [cll, fall] = levelsOf(bright)
    const said = bright.facts.find(({ label }) => label === 'Measured light')?.value
    expect(said).toContain(`${cll} cd/m² (MaxCLL)`)
    expect(said).toContain(`${fall} cd/m² on average (MaxFALL)`)
  })

  test('brings a copy for browsers and its EXR frames, in this order, and nothing else', async () => {
    const { outputs, job } = bright
    expect(outputs.map(({ name, type, media_type }) => [name, type, media_type])).toEqual([
      ['video.mp4', 'video', 'video/mp4'],
      ['proxy.mp4', 'video', 'video/mp4'],
      ['frames.zip', 'exr', 'application/zip'],
    ])
    expect(outputs.map(({ facts }) => [facts?.codec, facts?.hdr, facts?.frames])).toEqual([
      ['hevc', true, frames],
      ['h264', undefined, frames],
      [undefined, true, frames],
    ])
    expect(readdirSync(job).toSorted()).toEqual(['frames.zip', 'proxy.mp4', 'video.mp4'])
    expect(await probe(join(job, 'proxy.mp4'))).toMatchObject({
      codec: 'h264',
      pix_fmt: 'yuv420p',
      frames,
      color: { transfer: 'bt709' },
    })
  })

  test('is the same to the byte when it is made again', async () => {
    const again = await clipOf('again', sunset, { exr: true })
    for (const name of ['video.mp4', 'frames.zip']) {
      const [a, b] = await Promise.all([bright, again].map(({ job }) => readFile(join(job, name))))
      expect([name, a!.equals(b!)]).toEqual([name, true])
    }
  })

  test('leaves nothing behind when it is stopped', async () => {
    const job = await mkdtemp(join(folder, 'stopped'))
    const sink = await openClipSink({
      folder: job,
      size,
      rate: { num: 24, den: 1 },
      hdr: { exr: true },
    })
    await sink.write(new Uint8Array(pixels * 1.5).fill(128))
    await sink.abort()
    expect(readdirSync(job)).toEqual([])
  })
})
