import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upload, uploadLimits } from '#contract/upload.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
let png: Buffer

beforeAll(async () => {
  server = await openTestServer()
  const background = { r: 200, g: 80, b: 40 }
  png = await sharp({ create: { width: 64, height: 32, channels: 3, background } })
    .png()
    .toBuffer()
})
afterAll(() => server.close())

const send = (body: BodyInit, headers: Record<string, string> = {}) =>
  server.request('/api/uploads', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
const temps = () => readdir(join(server.data, 'tmp'))

/** A file that begins well and goes on for `bytes`, made while it is read. */
function endless(head: Buffer, bytes: number) {
  let sent = 0
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = sent === 0 ? head : Buffer.alloc(1024 * 1024)
      sent += chunk.length
      controller.enqueue(chunk)
      if (sent >= bytes) controller.close()
    },
  })
}

describe('an upload', () => {
  it('is measured by its bytes', async () => {
    const response = await send(Buffer.from(png), { 'content-type': 'text/html' })
    expect(response.status).toBe(201)
    expect(upload.parse(await response.json())).toMatchObject({
      medium: 'image',
      media_type: 'image/png',
      bytes: png.length,
      width: 64,
      height: 32,
    })
    expect(await temps()).toEqual([])
  })

  it('can be asked after again, by its id', async () => {
    const sent = await server.upload(png)
    const found = await server.request(`/api/uploads/${sent.id}`)
    expect(upload.parse(await found.json())).toEqual(sent)
    const other = await server.request(`/api/uploads/${crypto.randomUUID()}`)
    expect(other.status).toBe(404)
  })

  it('tells the frames of a clip', async () => {
    const video = { resolution: '360p' }
    const id = await server.submit({ type: 'video', prompt: 'waves', video })
    const [output] = (await server.until(id, 'completed')).outputs
    const sha = output?.sha256 ?? ''
    const clip = await readFile(join(server.data, 'media', sha.slice(0, 2), sha))
    expect(await server.upload(clip)).toMatchObject({
      medium: 'video',
      media_type: 'video/mp4',
      width: 640,
      height: 360,
      frames: 120,
      fps: 24,
      duration_s: 5,
    })
  })

  it('loses the place where it was made, and says so', async () => {
    const placed = await sharp(png)
      .withExif({ IFD0: { Make: 'A camera' }, IFD3: { GPSLatitude: '51/1 30/1 26/1' } })
      .jpeg()
      .toBuffer()
    const sent = await server.upload(placed)
    expect(sent).toMatchObject({ location_removed: true, bytes: placed.length })
    const kept = await readFile(join(server.data, 'media', sent.sha256.slice(0, 2), sent.sha256))
    expect(createHash('sha256').update(kept).digest('hex')).toBe(sent.sha256)
    expect(kept.includes('A camera')).toBe(true)
    expect((await server.upload(kept)).location_removed).toBeUndefined()
  })

  it('travels to the upstream as bytes, and the refusal comes back to its field', async () => {
    const { id: upload_id } = await server.upload(png)
    const id = await server.submit({ type: 'image', prompt: 'x', image_ref: [{ upload_id }] })
    const ended = await server.until(id, 'failed', 'completed')
    expect(ended.sent).toMatchObject({
      image_ref: [{ data: `(${png.length} bytes, left out here)`, media_type: 'image/png' }],
    })
    if (ended.state === 'failed') {
      expect(ended).toMatchObject({ failure_code: 'invalid_request', failure_path: 'image_ref' })
    }
  })

  it.each<[string, Buffer, number, string]>([
    ['an empty file', Buffer.alloc(0), 422, 'media_broken'],
    ['a page called a picture', Buffer.from('<html><script>1</script>'), 415, 'media_type'],
    [
      'a drawing in SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      'media_type',
    ],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 415, 'media_type'],
    ['a zip', Buffer.from('PK\x03\x04rest of it', 'latin1'), 415, 'media_type'],
    ['a program', Buffer.from('MZ\x90\x00rest of it', 'latin1'), 415, 'media_type'],
  ])('refuses %s', async (_, bytes, status, code) => {
    const response = await send(Buffer.from(bytes))
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code })
    expect(await temps()).toEqual([])
  })

  it('refuses a picture that was cut off', async () => {
    const noise = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: 'black',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer()
    const response = await send(Buffer.from(noise.subarray(0, noise.length / 3)))
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'media_broken' })
  })

  it('stops reading a picture over 50 MB, and a clip over 200 MB that says so', async () => {
    const overlong = await send(endless(png, uploadLimits.image * 4))
    expect(overlong.status).toBe(413)
    expect(await temps()).toEqual([])
    const declared = String(uploadLimits.image + 1)
    expect((await send(Buffer.from(png), { 'content-length': declared })).status).toBe(413)
    const clip = String(uploadLimits.video + 1)
    expect((await send(Buffer.from('x'), { 'content-length': clip })).status).toBe(413)
  })

  it('leaves nothing behind when the sender breaks off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(png)
        controller.error(new Error('gone'))
      },
    })
    expect((await send(broken)).status).toBeGreaterThanOrEqual(400)
    expect(await temps()).toEqual([])
  })
})
