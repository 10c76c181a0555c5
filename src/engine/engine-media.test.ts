import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEngine, type EngineOptions } from './create-engine.ts'
import { createInspectClient } from './inspect-client.ts'
import { inlineClip, inlinePng } from './picture.fixture.ts'
import { createQuickRenderer } from './quick-renderer.ts'
import type { Renderer, RenderJob } from './render/renderer.ts'
import { openSite } from './site.fixture.ts'
import { talkTo } from './talk-to.fixture.ts'

const inspector = createInspectClient()
const shared = { inspect: inspector.inspect, close: async () => undefined }
const clips: Record<string, Awaited<ReturnType<typeof inlineClip>>> = {}
beforeAll(async () => {
  clips.second = await inlineClip(24)
  clips.nineteen = await inlineClip(19 * 4, 4)
  clips.thirtyOne = await inlineClip(31 * 4, 4)
})
afterAll(() => inspector.close())

let folder: string
let close: () => Promise<void> = async () => undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dailies-media-'))
})
afterEach(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

function start(options: EngineOptions = {}) {
  const quick = createQuickRenderer()
  const engine = createEngine({ renderer: quick, inspector: shared, folder, ...options })
  close = engine.close
  return { engine, ...talkTo(engine) }
}
/** Keeps every job as the renderer gets it, and what the files held then. */
function watching(jobs: RenderJob[], files: Buffer[] = []): Renderer {
  const quick = createQuickRenderer()
  return {
    ...quick,
    render(job, ...rest) {
      jobs.push(job)
      for (const { path } of Object.values(job.media)) files.push(readFileSync(path))
      return quick.render(job, ...rest)
    },
  }
}
const inFolder = (name: string) => readdirSync(join(folder, name))
const edit = (source: unknown) => ({ type: 'image_edit', prompt: 'at night', source })
const refused = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { detail: string }).detail,
]

test('bytes that come along are a file for the renderer, and nowhere in the JSON of the job', async () => {
  const jobs: RenderJob[] = []
  const files: Buffer[] = []
  const { submit, settle } = start({ renderer: watching(jobs, files) })
  const picture = await inlinePng(40, 30)
  const { id } = await submit({ prompt: 'x', image_ref: [picture, picture] })
  expect(readFileSync(join(folder, 'jobs', `${id}.json`), 'utf8')).not.toContain(picture.data)
  expect((await settle(id)).state).toBe('completed')
  const [job] = jobs
  const media = Object.entries(job?.media ?? {})
  expect(media).toHaveLength(1)
  const [name, { path = '', ...found } = {}] = media[0] ?? []
  expect(job?.request).toMatchObject({ image_ref: [{ upload_id: name }, { upload_id: name }] })
  const facts = { medium: 'image', width: 40, height: 30 }
  expect(found).toMatchObject({ media_type: 'image/png', facts })
  expect(path).toBe(join(folder, 'media', name ?? ''))
  expect(files[0]?.toString('base64')).toBe(picture.data)
})

test('media stay until the job is settled, and no longer', async () => {
  const { submit, settle, post } = start({ faults: { job: { 2: { delay_ms: 300 } } } })
  const picture = await inlinePng(40, 30)
  const [first, second] = [await submit(edit(picture)), await submit(edit(picture))]
  expect(inFolder('media')).toHaveLength(2)
  await settle(first.id)
  expect(inFolder('media')).toHaveLength(2)
  await settle(second.id)
  await expect.poll(() => inFolder('media')).toEqual([])
  const refusal = await post({ prompt: 'x', image_ref: [picture, { ...picture, data: '!' }] })
  expect(refusal.status).toBe(422)
  expect([inFolder('media'), inFolder('unfinished')]).toEqual([[], []])
})

test('media are there again after a restart, as long as their job is to be done', async () => {
  const before = start({ faults: { job: { 1: 'hang' } } })
  const { id } = await before.submit(edit(await inlinePng(50, 20)))
  await before.engine.close()
  rmSync(join(folder, 'media', 'left'), { force: true })

  const jobs: RenderJob[] = []
  const after = start({ renderer: watching(jobs) })
  expect((await after.settle(id)).state).toBe('completed')
  expect(Object.values(jobs[0]?.media ?? {})[0]?.facts).toMatchObject({ width: 50, height: 20 })
  await expect.poll(() => inFolder('media')).toEqual([])
})

test('a job whose media were taken away fails with a reason', async () => {
  const before = start({ faults: { job: { 1: 'hang' } } })
  const { id } = await before.submit(edit(await inlinePng(50, 20)))
  await before.engine.close()
  rmSync(join(folder, 'media'), { recursive: true })

  const after = start()
  expect(await after.settle(id)).toMatchObject({
    state: 'failed',
    failure_code: 'output_not_found',
    failure_reason: 'What this request works on is no longer there.',
  })
})

test('a generation is named by itself, with the words that made it if words alone did', async () => {
  const jobs: RenderJob[] = []
  const { submit, settle, engine } = start({ renderer: watching(jobs) })
  const parent = await settle((await submit({ prompt: 'a lake', aspect_ratio: '3:1' })).id)
  const child = await settle((await submit(edit({ generation_id: parent.id.toUpperCase() }))).id)
  await settle((await submit(edit({ generation_id: child.id }))).id)
  const seed = engine.jobOf(parent.id)?.seed
  expect(Object.values(jobs[1]?.media ?? {})).toMatchObject([
    {
      path: join(folder, 'outputs', parent.id, 'image.png'),
      facts: { width: 2048, height: 682 },
      made: { request: { type: 'image', prompt: 'a lake' }, seed },
    },
  ])
  expect(Object.values(jobs[2]?.media ?? {})[0]?.made).toBeUndefined()
  expect(Object.values(jobs[2]?.media ?? {})[0]?.facts).toMatchObject({ width: 2048, height: 682 })
})

test('the ledger tells what media came: where, of which type, how many bytes', async () => {
  const { submit, engine } = start()
  const picture = { ...(await inlinePng(8, 8)), media_type: 'image/jpeg' }
  await submit(edit(picture))
  const bytes = Buffer.from(picture.data, 'base64').length
  const [entry] = engine.ledger()
  expect(entry?.media).toEqual([{ path: 'source', media_type: 'image/png', bytes }])
  expect(entry?.body).toMatchObject({ source: { data: bytes, media_type: 'image/jpeg' } })
})

describe('the rules know what media really are', () => {
  const reframe = { type: 'video_reframe', prompt: 'wider', aspect_ratio: '1:1' }
  test.each([
    [
      'a clip called a picture',
      async () => edit({ ...clips.second, media_type: 'image/png' }),
      'source: content-type is not an image',
    ],
    [
      'a picture called a clip',
      async () => ({ ...reframe, source: { ...(await inlinePng(8, 8)), media_type: 'video/mp4' } }),
      'source: content-type is not a video',
    ],
    [
      'an edit of 19 s',
      async () => ({ type: 'video_edit', prompt: 'x', source: clips.nineteen }),
      'source: ',
    ],
    ['a reframe of 31 s', async () => ({ ...reframe, source: clips.thirtyOne }), 'source: '],
    [
      'a guide frame beyond the last of its source',
      async () => ({
        type: 'video_edit',
        prompt: 'x',
        source: clips.second,
        video: { edit: { keyframes: [await inlinePng(8, 8)], keyframe_indexes: [24] } },
      }),
      'video.edit.keyframe_indexes[0]: ',
    ],
    [
      'a picture of 8001 px',
      async () => edit(await inlinePng(8001, 1)),
      'source: Image exceeds 8000 px limit per side',
    ],
    [
      'something that is no media',
      async () =>
        edit({ data: Buffer.from('hello there').toString('base64'), media_type: 'image/png' }),
      'source: ',
    ],
    [
      'half a picture',
      async () => {
        const { data } = await inlinePng(64, 64)
        const half = Buffer.from(data, 'base64').subarray(0, 20).toString('base64')
        return {
          prompt: 'x',
          image_ref: [await inlinePng(8, 8), { data: half, media_type: 'image/png' }],
        }
      },
      'image_ref[1]: failed to decode image',
    ],
  ])('%s is refused and nothing is kept', async (_, body, words) => {
    const { post } = start()
    const [status, detail] = await refused(await post(await body()))
    expect([status, detail]).toEqual([422, expect.stringContaining(words)])
    expect([inFolder('jobs'), inFolder('media'), inFolder('unfinished')]).toEqual([[], [], []])
  })

  test('media above their limit are too large', async () => {
    const { post } = start()
    const data = Buffer.alloc(51 * 1024 * 1024).toString('base64')
    const detail = 'image_ref[0]: Image exceeds 50 MB size limit'
    const body = { prompt: 'x', image_ref: [{ data, media_type: 'image/png' }] }
    expect(await refused(await post(body))).toEqual([413, detail])
  })

  test('what is at fault in the words alone is told first, without opening anything', async () => {
    const { post } = start({
      inspector: { inspect: () => expect.unreachable(), close: async () => undefined },
    })
    const source = { data: '!', media_type: 'image/png' }
    expect(await refused(await post({ ...edit(source), prompt: '' }))).toEqual([
      400,
      'Prompt must be between 1 and 6000 characters',
    ])
  })
})

describe('media at an address', () => {
  let site: Awaited<ReturnType<typeof openSite>>
  beforeAll(async () => {
    site = await openSite()
    site.files.set('/a.png', Buffer.from((await inlinePng(30, 20)).data, 'base64'))
    site.files.set('/broken.png', Buffer.from('hello'))
  })
  afterAll(() => site.close())

  test('are fetched before the request is accepted, each once', async () => {
    const jobs: RenderJob[] = []
    let fetched = 0
    const fetch = () => void (fetched += 1)
    const { submit, settle, engine } = start({
      renderer: watching(jobs),
      allowAddress: site.allows,
      faults: { fetch },
    })
    const ref = { url: `${site.origin}/a.png` }
    const { id } = await submit({ prompt: 'x', image_ref: [ref, ref, ref] })
    await settle(id)
    expect(Object.values(jobs[0]?.media ?? {})).toMatchObject([{ facts: { width: 30 } }])
    expect([fetched, engine.ledger()[0]?.media?.length]).toEqual([1, 3])
    expect(inFolder('unfinished')).toEqual([])
  })

  test.each([
    ['/none.png', 422, 'image_ref[1]: failed to fetch URL (HTTP 404)'],
    ['/broken.png', 422, 'image_ref[1]: content-type is not an image'],
  ])('%s is refused by name', async (path, status, detail) => {
    const { post } = start({ allowAddress: site.allows })
    const image_ref = ['/a.png', path].map((name) => ({ url: site.origin + name }))
    expect(await refused(await post({ prompt: 'x', image_ref }))).toEqual([status, detail])
    expect([inFolder('media'), inFolder('unfinished')]).toEqual([[], []])
  })

  test('are not fetched from this machine unless a test allows it', async () => {
    const { post } = start()
    const detail = 'source: failed to fetch URL (not a public address)'
    expect(await refused(await post(edit({ url: `${site.origin}/a.png` })))).toEqual([422, detail])
  })

  test('can be unavailable', async () => {
    const { post } = start({ faults: { fetch: () => 'unavailable' } })
    const detail = 'Image URL ingestion unavailable'
    expect(await refused(await post(edit({ url: `${site.origin}/a.png` })))).toEqual([503, detail])
  })
})

test('a file that kills the process that opens it is broken, and the next one is opened', async () => {
  const own = createInspectClient()
  const { post } = start({ inspector: own })
  const picture = await inlinePng(8, 8)
  const killed = post(edit(picture))
  await expect.poll(() => own.pid).toBeDefined()
  process.kill(own.pid ?? 0, 'SIGKILL')
  expect(await refused(await killed)).toEqual([422, 'source: failed to decode image'])
  expect((await post(edit(picture))).status).toBe(201)
})
