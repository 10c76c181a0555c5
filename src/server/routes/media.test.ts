import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
let sha: string
let size: number

beforeAll(async () => {
  server = await openTestServer()
  const id = await server.submit({ type: 'image', prompt: 'a fox', aspect_ratio: '1:3' })
  const [output] = (await server.until(id, 'completed')).outputs
  sha = output?.sha256 ?? ''
  size = output?.bytes ?? 0
})
afterAll(() => server.close())

const get = (headers: Record<string, string> = {}, method = 'GET') =>
  server.request(`/media/${sha}`, { method, headers })
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('an archived picture', () => {
  it('is given whole, under its hash, for ever', async () => {
    const response = await get()
    expect(response.status).toBe(200)
    const bytes = await bytesOf(response)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha)
    expect(bytes.length).toBe(size)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(size),
      'accept-ranges': 'bytes',
      etag: `"${sha}"`,
      'cache-control': expect.stringContaining('immutable'),
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringContaining('inline; filename="dailies-'),
    })
  })

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=10-19', 10, 19],
    ['bytes=-1', -1, -1],
    ['bytes=5-', 5, -1],
  ])('gives the part %s', async (range, from, to) => {
    const whole = await bytesOf(await get())
    const [start, end] = [from < 0 ? size + from : from, to < 0 ? size + to : to]
    const response = await get({ range })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/${size}`)
    expect((await bytesOf(response)).equals(whole.subarray(start, end + 1))).toBe(true)
  })

  it.each(['bytes=9999999999-', 'bytes=-0', 'bytes=5-4', 'bytes=a-b'])(
    'has nothing for %s',
    async (range) => {
      const response = await get({ range })
      expect(response.status).toBe(416)
      expect(response.headers.get('content-range')).toBe(`bytes */${size}`)
      expect(await response.json()).toMatchObject({ code: 'range' })
    },
  )

  it('answers many ranges with one copy', async () => {
    const range = `bytes=${Array.from({ length: 50 }, () => '0-').join(',')}`
    const response = await get({ range })
    expect(response.status).toBe(200)
    expect((await bytesOf(response)).length).toBe(size)
  })

  it('is not sent again to who has it', async () => {
    for (const match of [`"${sha}"`, `"other", W/"${sha}"`, '*']) {
      const response = await get({ 'if-none-match': match })
      expect(response.status).toBe(304)
      expect(response.headers.get('etag')).toBe(`"${sha}"`)
    }
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('gives a part only of the file that was meant', async () => {
    const range = 'bytes=0-9'
    expect((await get({ range, 'if-range': `"${sha}"` })).status).toBe(206)
    expect((await get({ range, 'if-range': `W/"${sha}"` })).status).toBe(200)
    expect((await get({ range, 'if-range': '"other"' })).status).toBe(200)
  })

  it('tells the same headers for HEAD, without the bytes', async () => {
    const [head, whole] = [await get({}, 'HEAD'), await get()]
    expect(head.status).toBe(200)
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(whole.headers))
    expect((await bytesOf(head)).length).toBe(0)
  })

  it('has a small WebP still, made anew when it is gone', async () => {
    const path = join(server.data, 'stills', sha.slice(0, 2), `${sha}.webp`)
    const first = await readFile(path)
    await rm(path)
    const response = await server.request(`/media/${sha}/thumb`)
    expect(response.headers.get('content-type')).toBe('image/webp')
    const bytes = await bytesOf(response)
    expect(bytes.equals(first)).toBe(true)
    const { width, height } = await sharp(bytes).metadata()
    expect([width, height]).toEqual([171, 512])
  })

  it('is missing, and not a fault, when somebody deleted it by hand', async () => {
    const path = join(server.data, 'media', sha.slice(0, 2), sha)
    const kept = await readFile(path)
    await rm(path)
    expect((await get()).status).toBe(404)
    await writeFile(path, kept)
    expect((await get()).status).toBe(200)
  })
})

describe('a path that is not a hash', () => {
  it.each([
    '/media/',
    '/media/../dailies.sqlite',
    '/media/..%2fdailies.sqlite',
    '/media/%2e%2e/dailies.sqlite',
    '/media/%252e%252e%252fdailies.sqlite',
    '/media/..%5cdailies.sqlite',
    '/media//etc/passwd',
    '//media/etc/passwd',
    '/media/%00',
    '/media/%c0%ae%c0%ae/',
    '/media/C:/windows',
    `/media/${'0'.repeat(64)}`,
    `/media/${'0'.repeat(64)}/thumb`,
    `/media/${'A'.repeat(64)}`,
    `/media/${'a'.repeat(63)}`,
    '/dailies.sqlite',
    '/.env',
    '/.git/config',
    '/api/../data/dailies.sqlite',
    '/api/%2e%2e/dailies.sqlite',
  ])('%s is 404', async (path) => {
    expect((await server.request(path)).status).toBe(404)
  })

  it('is 404 also with things after the hash', async () => {
    for (const tail of ['/..', '/thumb/..', '/%2e%2e', ';x', '.png', '/still']) {
      expect((await server.request(`/media/${sha}${tail}`)).status, tail).toBe(404)
    }
    expect((await server.request(`/media/${sha}?raw??`)).status).toBe(200)
  })
})
