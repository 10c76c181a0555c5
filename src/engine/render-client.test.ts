import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createEngine } from './create-engine.ts'
import { talkTo } from './talk-to.fixture.ts'
import { createRenderClient } from './render-client.ts'
import type { RenderJob, RenderProgress } from './render/renderer.ts'

const scratch = mkdtempSync(join(tmpdir(), 'dailies-render-'))
const client = createRenderClient()
afterAll(async () => {
  await client.close()
  rmSync(scratch, { recursive: true })
})

const long = { duration: '10s', resolution: '540p' } as const
const clip = { type: 'video', prompt: 'a lake at dawn', video: long } as const
const still = { type: 'image', prompt: 'a lake at dawn', aspect_ratio: '3:1' } as const
const job = (request: RenderJob['request']): RenderJob => ({
  id: crypto.randomUUID(),
  request,
  seed: 7,
  folder: mkdtempSync(join(scratch, 'job-')),
  media: {},
})

/** A long render, once its first frame is there. */
async function started(one: RenderJob, signal: AbortSignal) {
  let rendered: Promise<unknown> = Promise.resolve()
  await new Promise<void>((resolve) => {
    const watch = ({ frames_done }: RenderProgress) => frames_done > 0 && resolve()
    rendered = client.render(one, watch, signal)
    rendered.catch(() => undefined)
  })
  return { rendered }
}
const small = { resolution: '360p' } as const
const nothing = () => undefined
const calm = new AbortController().signal

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a crash of the render process fails that job with a reason, and the next one works', async () => {
  const { rendered } = await started(job(clip), calm)
  process.kill(client.pid ?? 0, 'SIGKILL')
  await expect(rendered).rejects.toThrow('The render process stopped (SIGKILL).')
  const { outputs } = await client.render(job(still), nothing, calm)
  expect(outputs).toMatchObject([{ name: 'image.png', facts: { width: 2048, height: 682 } }])
})

test('a render stops before it is done when it is told to, and the next one works', async () => {
  const stop = new AbortController()
  const { rendered } = await started(job(clip), stop.signal)
  stop.abort(new Error('enough'))
  await expect(rendered).rejects.toThrow('enough')
  await client.render(job(still), nothing, calm)
})

test.each([
  ['half a picture', '\x89PNG\r\n\x1a\n and no more', 'image', 'corrupt_input'],
  ['no picture at all', 'some words', 'image', 'unsupported_format'],
  ['half a clip', '\0\0\0\x18ftypisom and no more', 'video', 'corrupt_input'],
] as const)(
  '%s that is met while rendering fails the job as what it is',
  async (_, text, medium, code) => {
    const upload_id = crypto.randomUUID()
    const path = join(scratch, upload_id)
    writeFileSync(path, text, 'latin1')
    const facts = { medium, width: 64, height: 64, frames: 24, fps: 24, duration_s: 1 }
    const request =
      medium === 'image'
        ? ({ type: 'video', prompt: 'x', video: { ...small, start_frame: { upload_id } } } as const)
        : ({ type: 'video_edit', prompt: 'x', source: { upload_id }, video: small } as const)
    const media = { [upload_id]: { path, media_type: `${medium}/x`, facts } }
    const failure = client.render({ ...job(request), media }, nothing, calm)
    await expect(failure).rejects.toMatchObject({ code })
    await expect(failure).rejects.toThrow('A picture or clip of this request cannot be used: ')
  },
)

test('the same seed makes the same file again, another one another', async () => {
  const files: Buffer[] = []
  for (const seed of [7, 7, 8]) {
    const one = { ...job(still), seed }
    await client.render(one, nothing, calm)
    files.push(readFileSync(join(one.folder, 'image.png')))
  }
  expect(files[1]).toEqual(files[0])
  expect(files[2]).not.toEqual(files[0])
})

test('a render without progress is given up', async () => {
  const hasty = createRenderClient({ patienceMs: 20 })
  await expect(hasty.render(job(clip), nothing, calm)).rejects.toThrow('stopped (no progress)')
  await hasty.close()
})

test('the process ends when it is idle, and comes back for the next render', async () => {
  const idle = createRenderClient({ idleMs: 20 })
  await idle.render(job(still), nothing, calm)
  while (idle.pid) await new Promise((go) => setTimeout(go, 10))
  await idle.render(job(still), nothing, calm)
  await idle.close()
})

test('in an engine, a crash is a failed generation and nothing else', async () => {
  const renderer = createRenderClient()
  const engine = createEngine({ renderer })
  const { submit, settle } = talkTo(engine)
  const [first, second] = [await submit(clip), await submit(still)]
  const failed = await settle(first.id, ({ state, local }) => {
    const isUnderWay = state === 'processing' && local?.frames_done
    if (isUnderWay && renderer.pid) process.kill(renderer.pid, 'SIGKILL')
  })
  expect(failed).toMatchObject({
    state: 'failed',
    failure_code: 'generation_failed',
    failure_reason: 'The render process stopped (SIGKILL).',
  })
  expect((await settle(second.id)).state).toBe('completed')
  const { pid = 0 } = renderer
  await engine.close()
  expect(isAlive(pid)).toBe(false)
})
