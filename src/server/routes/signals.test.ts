import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { naturalPicture } from '#engine/natural-picture.fixture.ts'
import { editBench } from '#engine/restyle/source-clip.fixture.ts'
import { createSignalClient } from '#engine/signals/signal-client.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

const bench = editBench()
const clients: ReturnType<typeof createSignalClient>[] = []
let server: TestServer
let person: string
let city: string
let forest: string
let picture: string

function openSignals() {
  const client = createSignalClient()
  clients.push(client)
  return client
}

beforeAll(async () => {
  server = await openTestServer({ openSignals })
  const size = { width: 320, height: 180 }
  const clip = async (path: string) => (await server.upload(await readFile(path))).sha256
  person = await clip(await bench.person('sitting', size, 12))
  city = await clip(await bench.natural('city', size, 16, { travel: 0.4 }))
  forest = await clip(await bench.natural('forest', size, 6))
  const rgb = await naturalPicture('city', size)
  const png = await sharp(rgb, { raw: { ...size, channels: 3 } })
    .png()
    .toBuffer()
  picture = (await server.upload(png)).sha256
})
afterAll(async () => {
  await server.close()
  await bench.close()
})

const ask = (sha256: string, rest: string, init?: RequestInit) =>
  server.request(`/media/${sha256}/signals/${rest}`, init)
const bytesOf = async (response: Response) => {
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/webp')
  return Buffer.from(await response.arrayBuffer())
}
const pixels = async (sha256: string, rest: string) => {
  const webp = await bytesOf(await ask(sha256, rest))
  const { data, info } = await sharp(webp).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
const seen = async (sha256: string, rest: string, query = '') =>
  (await (await ask(sha256, `${rest}/seen${query}`)).json()) as { found: boolean; words: string }
const mean = (part: Uint8Array) => part.reduce((sum, v) => sum + v, 0) / part.length
const spread = (data: Uint8Array, channel: number) => {
  const own = data.filter((_, n) => n % 3 === channel)
  const middle = mean(own)
  return Math.sqrt(own.reduce((sum, v) => sum + (v - middle) ** 2, 0) / own.length)
}

describe('what a signal sees', () => {
  it('of depth is grey, nearer below, and one grey with all the blur', async () => {
    const { data, width, height } = await pixels(city, 'depth/8?blur=0')
    expect([width, height]).toEqual([320, 180])
    const [r, g, b] = [data[30_000]!, data[30_001]!, data[30_002]!]
    expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(6)
    const third = data.length / 3
    expect(mean(data.subarray(2 * third))).toBeGreaterThan(mean(data.subarray(0, third)) + 40)
    const blurred = await pixels(city, 'depth/8?blur=1')
    expect(spread(blurred.data, 0)).toBeLessThan(spread(data, 0) / 2)
  })

  it('of normals is blue where it faces the lens, restless when augmented', async () => {
    const calm = await pixels(city, 'normals/8?augmentation=0')
    expect(mean(calm.data.filter((_, n) => n % 3 === 2))).toBeGreaterThan(200)
    const wild = await pixels(city, 'normals/8?augmentation=1')
    expect(spread(wild.data, 0)).toBeGreaterThan(spread(calm.data, 0) * 1.2)
  })

  it('of pose and face is somebody, or that nobody is there', async () => {
    expect(await seen(person, 'pose/5')).toEqual({
      found: true,
      words: expect.stringMatching(/^One person, \d+ % sure\./),
    })
    expect(await seen(person, 'face/5')).toMatchObject({ found: true })
    expect(await seen(forest, 'pose/5')).toEqual({
      found: false,
      words: 'No person was found in this clip.',
    })
    await bytesOf(await ask(forest, 'face/5'))
    const [precise, coarse] = [
      await pixels(person, 'pose/5?strength=precise'),
      await pixels(person, 'pose/5?strength=coarse'),
    ]
    expect(precise.data.equals(coarse.data)).toBe(false)
  })

  it('of trajectory is where things go, by as many points as are kept', async () => {
    expect(await seen(city, 'trajectory/8', '?sparsity=0')).toEqual({
      found: true,
      words: '160 of 160 points are followed; each arrow is 12 frames of motion.',
    })
    expect((await seen(city, 'trajectory/0', '?sparsity=0.8')).words).toMatch(
      /^\d\d of 160 points are followed; each arrow is 6 frames of motion\.$/,
    )
    await bytesOf(await ask(city, 'trajectory/15'))
  })

  it('is not sent again to who has it', async () => {
    const first = await ask(city, 'depth/3?blur=0.2')
    const etag = first.headers.get('etag') ?? ''
    const again = await ask(city, 'depth/3?blur=0.2', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    const other = await ask(city, 'depth/3?blur=0.3', { headers: { 'if-none-match': etag } })
    expect(other.status).toBe(200)
  })
})

describe('asking for what is not there', () => {
  it.each([
    ['a frame after the last', () => ask(city, 'depth/16')],
    ['a frame that is no number', () => ask(city, 'depth/x')],
    ['an unknown signal', () => ask(city, 'smell/0')],
    ['a picture', () => ask(picture, 'depth/0')],
    ['an unknown clip', () => ask('0'.repeat(64), 'depth/0')],
  ])('%s is 404', async (_, asked) => {
    const response = await asked()
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not_found' })
  })

  it.each([
    ['depth/0?blur=1.2', 'blur', 'from 0 to 1'],
    ['depth/0?blur=', 'blur', 'from 0 to 1'],
    ['pose/0?strength=soft', 'strength', 'precise or coarse'],
  ])('%s is told at its field', async (rest, path, words) => {
    const response = await ask(city, rest)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ path, detail: `${path}: choose ${words}.` })
  })
})

describe('the process behind it', () => {
  it('costs one answer when it ends, and starts anew', async () => {
    const client = clients.at(-1)!
    const first = ask(city, 'normals/1')
    const second = ask(city, 'normals/2')
    while (!client.pid) await new Promise((resolve) => setTimeout(resolve, 5))
    process.kill(client.pid, 'SIGKILL')
    const refused = await first
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      code: 'media_broken',
      detail: expect.stringMatching(/^What normals sees in this frame could not be estimated/),
    })
    await bytesOf(await second)
  })

  it('draws nothing for who has gone', async () => {
    const gone = new AbortController()
    const busy = ask(city, 'normals/4')
    const left = ask(city, 'normals/5', { signal: gone.signal })
    gone.abort()
    await bytesOf(await busy)
    expect((await left).status).toBe(499)
  })
})

it('says that there is nothing where no signals are estimated', async () => {
  const bare = await openTestServer()
  const response = await bare.request(`/media/${'0'.repeat(64)}/signals/depth/0`)
  expect(response.status).toBe(404)
  await bare.close()
})
