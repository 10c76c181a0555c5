import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sequence } from '#contract/family.ts'
import type { Generation } from '#contract/generation.ts'
import { openClip } from '../media/native/open-clip.ts'
import { readFacts } from '../media/native/read-facts.ts'
import { stopMediaProcesses } from '../media/media-process.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
let first: Generation
let second: Generation
let third: Generation
let earlier: Generation
let rival: Generation

const video = { resolution: '360p', duration: '5s' }

async function clip(more: object = {}) {
  const body = { type: 'video', prompt: 'A train', video: { ...video, ...more } }
  return server.until(await server.submit(body), 'completed')
}
const after = ({ id }: Generation) => clip({ start_frame: { generation_id: id } })
const before = ({ id }: Generation) => clip({ end_frame: { generation_id: id } })

beforeAll(async () => {
  server = await openTestServer()
  first = await clip()
  rival = await after(first)
  second = await after(first)
  third = await after(second)
  earlier = await before(first)
}, 60_000)
afterAll(async () => {
  await server.close()
  stopMediaProcesses()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  server.request(`/api/generations/${path}`, { headers })
async function sequenceOf({ id }: Pick<Generation, 'id'>) {
  const response = await get(`${id}/sequence`)
  expect(response.status).toBe(200)
  return (await response.json()) as Sequence
}
const idsOf = async (item: Generation) => (await sequenceOf(item)).clips.map(({ id }) => id)

describe('a chain of extensions', () => {
  it('plays in order from whichever of its clips it is asked', async () => {
    const whole = [earlier, first, second, third].map(({ id }) => id)
    for (const item of [earlier, first, second, third]) expect(await idsOf(item)).toEqual(whole)
  })

  it('goes through the clip that is asked for, though another child is newer', async () => {
    expect(await idsOf(rival)).toEqual([earlier, first, rival].map(({ id }) => id))
  })

  it('is joined as it is', async () => {
    const { clips, lossless } = await sequenceOf(third)
    expect(lossless).toBe(true)
    expect(clips[1]).toEqual({
      id: first.id,
      sha256: first.outputs[0]!.sha256,
      frames: 120,
      fps: 24,
    })
  })

  it('of a picture has no clip, of a clip alone has one', async () => {
    const id = await server.submit({ type: 'image', prompt: 'x' })
    await server.until(id, 'completed')
    expect(await sequenceOf({ id })).toEqual({ clips: [], lossless: true })
    expect((await get(`${id}/sequence.mp4`)).status).toBe(404)
    const alone = await clip()
    expect(await idsOf(alone)).toEqual([alone.id])
    const response = await get(`${alone.id}/sequence.mp4`)
    expect(response.headers.get('etag')).toBe(`"${alone.outputs[0]!.sha256}"`)
    await response.body?.cancel()
  })

  it('that nobody made is not found', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect((await get(`${nobody}/sequence`)).status).toBe(404)
    expect((await get(`${nobody}/sequence.mp4`)).status).toBe(404)
  })
})

/** The brightness of the middle of a frame: the quick renderer gives each clip its own. */
async function lightsOf(path: string, wanted: number[]) {
  const opened = await openClip(path)
  const lights: number[] = []
  for (const frame of wanted) lights.push((await opened.read(frame)).data![0]![5]!)
  await opened.close()
  return lights
}
const archived = ({ outputs: [output] }: Generation) =>
  join(server.data, 'media', output!.sha256.slice(0, 2), output!.sha256)

describe('its file', () => {
  it('has every frame of each clip, and each joint where it belongs', async () => {
    const response = await get(`${third.id}/sequence.mp4`)
    expect(response.headers.get('content-type')).toBe('video/mp4')
    const path = join(server.data, 'joined.mp4')
    await writeFile(path, Buffer.from(await response.arrayBuffer()))
    expect(await readFacts(path)).toMatchObject({ frames: 480, fps: 24, duration_s: 20 })
    const clips = [earlier, first, second, third]
    const lights = await Promise.all(clips.map((item) => lightsOf(archived(item), [0])))
    const joints = await lightsOf(path, [0, 119, 120, 239, 240, 359, 360, 479])
    expect(new Set(joints).size).toBeGreaterThan(1)
    expect(joints).toEqual(lights.flatMap(([light]) => [light, light]))
  })

  it('answers ranges, and is only sent again when it is another', async () => {
    const part = await get(`${first.id}/sequence.mp4`, { range: 'bytes=4-7' })
    expect(part.status).toBe(206)
    expect(await part.text()).toBe('ftyp')
    const etag = part.headers.get('etag')!
    expect(part.headers.get('cache-control')).toBe('private, no-cache')
    const known = { 'if-none-match': etag }
    expect((await get(`${second.id}/sequence.mp4`, known)).status).toBe(304)
    const other = await get(`${rival.id}/sequence.mp4`, known)
    expect(other.status).toBe(200)
    await other.body?.cancel()
  })

  it('is made once, however many ask at the same time', async () => {
    const paths = Array.from({ length: 4 }, () => get(`${rival.id}/sequence.mp4`))
    const tags = (await Promise.all(paths)).map((each) => each.headers.get('etag'))
    expect(new Set(tags).size).toBe(1)
    const made = await readdir(join(server.data, 'joined'))
    expect(made).toContain(`${tags[0]!.replaceAll('"', '')}.mp4`)
    expect(await readdir(join(server.data, 'tmp'))).toEqual([])
  })
})

it('what is in the trash is only played where the way leads through it', async () => {
  const db = new Sqlite(join(server.data, 'dailies.sqlite'))
  db.prepare('update generations set trashed_at = created_at where id = ?').run([second.id])
  db.close()
  expect(await idsOf(first)).toEqual([earlier, first, rival].map(({ id }) => id))
  expect(await idsOf(third)).toEqual([earlier, first, second, third].map(({ id }) => id))
})
