import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Upload, upload } from '#contract/upload.ts'
import { drawFrame } from '../media/native/draw-frames.ts'
import { openClip } from '../media/native/open-clip.ts'
import { stopMediaProcesses } from '../media/media-process.ts'
import { readNumber, writeNumberedClip } from '../media/numbered-clip.fixture.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
let clip: Upload
let still: Upload

beforeAll(async () => {
  server = await openTestServer()
  clip = await uploadClip({})
  const create = { width: 64, height: 32, channels: 3, background: 'teal' } as const
  still = await server.upload(await sharp({ create }).png().toBuffer())
})
afterAll(async () => {
  await server.close()
  stopMediaProcesses()
})

async function uploadClip(clipLike: Partial<Parameters<typeof writeNumberedClip>[0]>) {
  const path = join(server.data, 'numbered')
  await writeNumberedClip({ path, frames: 60, container: 'mp4', ...clipLike })
  return server.upload(await readFile(path))
}

const post = (path: string, body: unknown) =>
  server.request(`/api/uploads/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const fileOf = ({ sha256 }: Upload) => join(server.data, 'media', sha256.slice(0, 2), sha256)

async function pngsOf(sent: Upload, frames: number[]) {
  const opened = await openClip(fileOf(sent))
  const pngs: Buffer[] = []
  for (const frame of frames) pngs.push(await drawFrame(opened, frame, { format: 'png' }))
  await opened.close()
  return pngs
}

async function meanDifference(a: Buffer, b: Buffer) {
  const [one, other] = await Promise.all([a, b].map((png) => sharp(png).raw().toBuffer()))
  let sum = 0
  for (const [at, byte] of one!.entries()) sum += Math.abs(byte - other![at]!)
  expect(one!.length).toBe(other!.length)
  return sum / one!.length
}

describe('a picture from a frame', () => {
  it('loses nothing, and is an upload like any other', async () => {
    const response = await post('from-frame', { sha256: clip.sha256, frame: 37 })
    expect(response.status).toBe(201)
    const made = upload.parse(await response.json())
    expect(made).toMatchObject({ medium: 'image', media_type: 'image/png', width: 160, height: 96 })
    const png = await readFile(fileOf(made))
    expect(await readNumber(png)).toBe(37)
    const [expected] = await pngsOf(clip, [37])
    expect(await meanDifference(png, expected!)).toBe(0)
    const found = await server.request(`/api/uploads/${made.id}`)
    expect(await found.json()).toEqual(made)
  })

  it('is the same bytes when it is made again', async () => {
    const body = { sha256: clip.sha256, frame: 5 }
    const [one, other] = await Promise.all([post('from-frame', body), post('from-frame', body)])
    const [a, b] = [(await one.json()) as Upload, (await other.json()) as Upload]
    expect(a.sha256).toBe(b.sha256)
    expect(a.id).not.toBe(b.id)
  })

  it.each<[string, () => unknown, number, string]>([
    ['beyond the end', () => ({ sha256: clip.sha256, frame: 60 }), 422, 'frame'],
    ['before the beginning', () => ({ sha256: clip.sha256, frame: -1 }), 422, 'frame'],
    ['of a picture', () => ({ sha256: still.sha256, frame: 0 }), 422, 'sha256'],
    ['of nothing', () => ({ sha256: '0'.repeat(64), frame: 0 }), 404, 'sha256'],
    ['of a path', () => ({ sha256: '../../etc/passwd', frame: 0 }), 422, 'sha256'],
  ])('%s is refused at its field', async (_, body, status, path) => {
    const response = await post('from-frame', body())
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ path })
  })
})

describe('a trimmed clip', () => {
  it.each<[string, Partial<Parameters<typeof writeNumberedClip>[0]>]>([
    ['with B-frames', {}],
    ['that a phone turned', { turned: [0, 1, -1, 0] }],
    ['in WebM', { container: 'webm', codec: 'libvpx-vp9', settings: { deadline: 'realtime' } }],
    ['of 10 bits', { tenBit: true }],
    ['in full range', { range: 2, matrix: 1 }],
  ])('%s has exactly the frames asked for', async (_, clipLike) => {
    const source = await uploadClip(clipLike)
    const response = await post(`${source.id}/trim`, { from_frame: 13, frames: 30 })
    expect(response.status).toBe(201)
    const made = upload.parse(await response.json())
    const { width, height } = source
    const expected = { medium: 'video', media_type: 'video/mp4', width, height, frames: 30 }
    expect(made).toMatchObject(expected)
    expect(made.fps).toBeCloseTo(24, 2)
    expect(made.duration_s).toBeCloseTo(30 / 24, 2)
    const before = await pngsOf(source, [13, 14, 28, 42])
    const after = await pngsOf(made, [0, 1, 15, 29])
    for (const [index, png] of after.entries()) {
      expect(await meanDifference(png, before[index]!)).toBeLessThan(1.5)
    }
    expect(await readdir(join(server.data, 'tmp'))).toEqual([])
  })

  it('of uneven frames keeps how long each is shown', async () => {
    const starts = Array.from({ length: 60 }, (_, n) => n * 25 + (n % 3) * 8)
    const source = await uploadClip({ starts })
    const made = await post(`${source.id}/trim`, { from_frame: 1, frames: 4 })
    const opened = await openClip(fileOf((await made.json()) as Upload))
    const tick = opened.video.stream.timeBase.toDouble()
    const times = opened.frames.map(({ start }) => Math.round(start * tick * 600))
    await opened.close()
    expect(times).toEqual([1, 2, 3, 4].map((n) => starts[n]! - starts[1]!))
  })

  it('leaves the original as it was', async () => {
    const found = await server.request(`/api/uploads/${clip.id}`)
    expect(await found.json()).toEqual(clip)
    expect((await readFile(fileOf(clip))).length).toBe(clip.bytes)
  })

  it.each<[string, () => string, unknown, number, string]>([
    ['beyond the end', () => clip.id, { from_frame: 60, frames: 1 }, 422, 'from_frame'],
    ['over the end', () => clip.id, { from_frame: 40, frames: 21 }, 422, 'frames'],
    ['of no frames', () => clip.id, { from_frame: 0, frames: 0 }, 422, 'frames'],
    ['that is no number', () => clip.id, { from_frame: '0', frames: 1 }, 422, 'from_frame'],
    ['of a picture', () => still.id, { from_frame: 0, frames: 1 }, 422, 'id'],
    ['of nothing', () => crypto.randomUUID(), { from_frame: 0, frames: 1 }, 404, 'id'],
  ])('%s is refused at its field', async (_, id, body, status, path) => {
    const response = await post(`${id()}/trim`, body)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ path })
  })
})
