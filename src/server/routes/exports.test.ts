import { readFile, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import Sqlite from 'libsql'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Generation } from '#contract/generation.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
let fox: Generation
let edited: Generation
let clip: Generation
let failed: Generation

const prompt = 'A fox at dawn'

beforeAll(async () => {
  const fault = { failure_code: 'content_moderated', reason: 'Not this.' } as const
  server = await openTestServer({ engine: { faults: { job: { 4: fault } } } })
  const done = async (body: unknown) => server.until(await server.submit(body), 'completed')
  fox = await done({ type: 'image', prompt, aspect_ratio: '3:2' })
  const source = { generation_id: fox.id }
  edited = await done({ type: 'image_edit', prompt, source, output_format: 'jpeg' })
  const video = { resolution: '720p', hdr: true, exr_export: true }
  clip = await done({ type: 'video', prompt: 'CON', video })
  const id = await server.submit({ type: 'image', prompt: 'A lost one' })
  failed = await server.until(id, 'failed')
  pin(fox)
}, 60_000)
afterAll(() => server.close())

function pin({ seq }: Generation) {
  const db = new Sqlite(join(server.data, 'dailies.sqlite'))
  const board = randomUUID()
  db.prepare('insert into boards values (?, ?, null, ?)').run([board, 'Foxes', fox.created_at])
  db.prepare('insert into board_items values (?, ?)').run([board, seq])
  db.close()
}

type Ticket = { id: string; href: string; files: number; bytes: number }

async function ticketFor(items: Generation[], more: object = {}) {
  const seqs = items.map(({ seq }) => seq)
  const response = await server.sendJson('POST', '/api/exports', {
    seqs,
    metadata: false,
    ...more,
  })
  expect(response.status).toBe(201)
  return (await response.json()) as Ticket
}

async function zipOf(items: Generation[], more: object = {}) {
  const { href } = await ticketFor(items, more)
  const response = await server.request(href)
  expect(response.headers.get('content-type')).toBe('application/zip')
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { bytes, files: unzipSync(bytes) }
}

const archived = ({ outputs }: Generation, index = 0) => {
  const { sha256 } = outputs[index]!
  return readFile(join(server.data, 'media', sha256.slice(0, 2), sha256))
}
const manifestOf = (files: Record<string, Uint8Array>) =>
  JSON.parse(strFromU8(files['manifest.json']!)) as Record<string, never>[]

describe('a ZIP', () => {
  it('holds every output under its name, to the byte, and the manifests at its end', async () => {
    const all = [fox, edited, clip, failed]
    const { files } = await zipOf(all, { template: '{words}' })
    expect(Object.keys(files)).toEqual([
      'a-fox-at-dawn.png',
      'a-fox-at-dawn.jpg',
      '_con.mp4',
      '_con-2.mp4',
      '_con-3.zip',
      'manifest.json',
      'manifest.csv',
    ])
    expect(files['a-fox-at-dawn.png']).toEqual(new Uint8Array(await archived(fox)))
    expect(files['_con-2.mp4']).toEqual(new Uint8Array(await archived(clip, 1)))
    const ticket = await ticketFor(all)
    const outputs = all.flatMap((item) => item.outputs)
    const bytes = outputs.reduce((sum, output) => sum + output.bytes, 0)
    expect(ticket).toMatchObject({ files: 5, bytes })
  })

  it('has a manifest that says what each is, also of those without a file', async () => {
    const { files } = await zipOf([fox, edited, failed])
    const manifest = manifestOf(files)
    expect(manifest.map(({ id, state }) => [id, state])).toEqual([
      [fox.id, 'completed'],
      [edited.id, 'completed'],
      [failed.id, 'failed'],
    ])
    const [name] = Object.keys(files)
    const [{ sha256, media_type, bytes }] = fox.outputs as [Generation['outputs'][number]]
    expect(manifest[0]).toMatchObject({
      upstream_id: fox.upstream_id,
      world: 'Luma',
      type: 'image',
      request: fox.request,
      created_at: fox.created_at,
      price: fox.price,
      marks: fox.marks,
      boards: ['Foxes'],
      parents: [],
      files: [{ name, sha256, media_type, bytes }],
    })
    expect(manifest[1]).toMatchObject({ parents: [fox.id], boards: [] })
    expect(manifest[2]).toMatchObject({ files: [], failure_code: 'content_moderated' })
    const csv = strFromU8(files['manifest.csv']!)
    expect(csv.split('\r\n').length).toBe(5)
    expect(csv).toContain(`${fox.id},${fox.upstream_id},completed`)
  })

  it('tells inside the files what they are when it is wished', async () => {
    const { files } = await zipOf([fox, edited, clip], { metadata: true, template: '{type}' })
    for (const [name, item] of [['image.png', fox] as const, ['image_edit.jpg', edited] as const]) {
      const { xmp } = await sharp(files[name]).metadata()
      expect(xmp!.toString()).toContain(item.id)
      const [one, other] = await Promise.all(
        [files[name]!, await archived(item)].map((each) => sharp(each).raw().toBuffer()),
      )
      expect(one!.equals(other!)).toBe(true)
    }
    expect(Buffer.from(files['video.mp4']!).includes(clip.id)).toBe(true)
    expect(files['video-3.zip']).toEqual(new Uint8Array(await archived(clip, 2)))
  })

  it('never holds the key, a path of this machine, or the bytes of an upload', async () => {
    const png = await sharp({
      create: { width: 32, height: 32, channels: 3, background: 'red' },
    })
      .png()
      .toBuffer()
    const { id } = await server.upload(png)
    const body = { type: 'image_edit', prompt, source: { upload_id: id } }
    const made = await server.until(await server.submit(body), 'completed')
    for (const metadata of [true, false]) {
      const { bytes, files } = await zipOf([fox, clip, failed, made], { metadata })
      const whole = Buffer.concat([bytes, ...Object.values(files)])
      for (const secret of ['luma-api-test', server.data, process.cwd(), png]) {
        expect(whole.includes(secret)).toBe(false)
      }
    }
  })

  it('names what has one name only once', async () => {
    const { files } = await zipOf([fox, edited, fox], { template: 'Manifest{nothing}' })
    expect(Object.keys(files)).toEqual([
      'Manifest.png',
      'Manifest.jpg',
      'manifest.json',
      'manifest.csv',
    ])
    expect(manifestOf(files).length).toBe(2)
  })
})

it('a file that is gone from the disk does not stop the others', async () => {
  const id = await server.submit({ type: 'image', prompt: 'gone' })
  const gone = await server.until(id, 'completed')
  const { sha256 } = gone.outputs[0]!
  await rm(join(server.data, 'media', sha256.slice(0, 2), sha256))
  const { files } = await zipOf([gone, fox], { template: '{words}' })
  expect(Object.keys(files)).toEqual(['a-fox-at-dawn.png', 'manifest.json', 'manifest.csv'])
  expect(manifestOf(files)[0]).toMatchObject({ files: [{ name: null, sha256 }] })
})

it('what is not there any more is said plainly', async () => {
  expect((await server.request(`/api/exports/${randomUUID()}.zip`)).status).toBe(404)
  const body = { seqs: [999_999], metadata: false }
  expect((await server.sendJson('POST', '/api/exports', body)).status).toBe(404)
  const wrong = await server.sendJson('POST', '/api/exports', { seqs: [], metadata: false })
  expect(wrong.status).toBe(422)
})

const fileOf = (id: string, query: string) => server.request(`/api/generations/${id}/file?${query}`)

describe('one file', () => {
  it('comes under its name, as it is in the archive', async () => {
    const response = await fileOf(fox.id, 'metadata=no&name=%7Bwords%7D%20%C3%A9')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="a-fox-at-dawn e.png"; filename*=UTF-8''a-fox-at-dawn%20%C3%A9.png`,
    )
    expect(response.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.equals(await archived(fox))).toBe(true)
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
  })

  it('can tell what it is', async () => {
    const response = await fileOf(clip.id, 'output=1&metadata=yes&name=x')
    expect(response.headers.get('content-disposition')).toContain('filename="x-2.mp4"')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    expect(bytes.includes(clip.id)).toBe(true)
  })

  it.each([
    ['output=9', 404],
    ['output=-1', 422],
    ['metadata=maybe', 422],
    ['name=', 422],
  ])('that is not there or asked for wrongly is refused: %s', async (query, status) => {
    expect((await fileOf(fox.id, query)).status).toBe(status)
  })
})
