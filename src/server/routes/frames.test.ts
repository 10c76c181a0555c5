import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Upload } from '#contract/upload.ts'
import { stopMediaProcesses } from '../media/media-process.ts'
import { readNumber, writeNumberedClip } from '../media/numbered-clip.fixture.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
let clip: Upload
let still: Upload

beforeAll(async () => {
  server = await openTestServer()
  const path = join(server.data, 'numbered.mp4')
  await writeNumberedClip({ path, frames: 60 })
  clip = await server.upload(await readFile(path))
  const create = { width: 64, height: 32, channels: 3, background: 'teal' } as const
  still = await server.upload(await sharp({ create }).png().toBuffer())
})
afterAll(async () => {
  await server.close()
  stopMediaProcesses()
})

const get = (tail: string, headers: Record<string, string> = {}) =>
  server.request(`/media/${clip.sha256}/${tail}`, { headers })
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
const kept = async () => {
  const names = await readdir(join(server.data, 'stills'), { recursive: true })
  return names.filter((name) => name.includes(`${clip.sha256}-`)).map((name) => name.slice(68))
}

async function cellsOf(sprite: Buffer, cells: number) {
  const { width = 0, height = 0 } = await sharp(sprite).metadata()
  const numbers: number[] = []
  for (let cell = 0; cell < cells; cell++) {
    const box = { left: (cell * width) / cells, top: 0, width: width / cells, height }
    numbers.push(await readNumber(await sharp(sprite).extract(box).png().toBuffer()))
  }
  return { width, height, numbers }
}

describe('a frame of a clip', () => {
  it('is exactly the one asked for, as a WebP that never changes', async () => {
    for (const frame of [0, 1, 23, 24, 59, 7]) {
      const response = await get(`frame/${frame}`)
      expect(response.status).toBe(200)
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/webp',
        etag: `"${clip.sha256}-frame-${frame}"`,
        'cache-control': expect.stringContaining('immutable'),
      })
      expect(await readNumber(await bytesOf(response))).toBe(frame)
    }
  })

  it('is not sent again to who has it', async () => {
    const etag = `"${clip.sha256}-frame-3"`
    expect((await get('frame/3', { 'if-none-match': etag })).status).toBe(304)
  })

  it('asked for by many at once is the same for all', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => get('frame/42')))
    const [first, ...others] = await Promise.all(answers.map(bytesOf))
    for (const other of others) expect(other.equals(first!)).toBe(true)
    expect((await kept()).filter((name) => name.includes('frame-42'))).toHaveLength(1)
  })

  it.each(['frame/60', 'frame/9999999', 'frame/-1', 'frame/01', 'frame/1.5', 'frame/x', 'frame/'])(
    'that is not there (%s) is 404',
    async (tail) => {
      expect((await get(tail)).status).toBe(404)
    },
  )

  it('is not to be had from a picture or of something unknown', async () => {
    for (const sha256 of [still.sha256, '0'.repeat(64)]) {
      expect((await server.request(`/media/${sha256}/frame/0`)).status).toBe(404)
      expect((await server.request(`/media/${sha256}/strip`)).status).toBe(404)
    }
  })
})

describe('a strip of a clip', () => {
  it('is 24 cells, each the middle of its share', async () => {
    const response = await get('strip')
    expect(response.status).toBe(200)
    const { width, height, numbers } = await cellsOf(await bytesOf(response), 24)
    expect([width, height]).toEqual([24 * 120, 72])
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, k) => Math.floor((k + 0.5) * 2.5)))
  })

  it('of a part has a cell for each of its frames, and is not kept on the disk', async () => {
    const response = await get('strip?from=36&to=60')
    expect(response.status).toBe(200)
    expect(response.headers.get('etag')).toBe(`"${clip.sha256}-strip-36-60"`)
    const { numbers } = await cellsOf(await bytesOf(response), 24)
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, k) => 36 + k))
    const few = await cellsOf(await bytesOf(await get('strip?from=2&to=5')), 3)
    expect(few.numbers).toEqual([2, 3, 4])
    expect((await kept()).filter((name) => /strip-\d/.test(name))).toEqual([])
  })

  it.each([
    ['from=1', 422],
    ['from=a&to=4', 422],
    ['from=-1&to=4', 422],
    ['from=4&to=4', 404],
    ['from=50&to=61', 404],
  ])('of a part that is none (%s) is refused', async (query, status) => {
    expect((await get(`strip?${query}`)).status).toBe(status)
  })
})
