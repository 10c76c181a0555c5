import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEngine, type EngineOptions } from './create-engine.ts'
import { createQuickRenderer } from './quick-renderer.ts'
import { talkTo } from './talk-to.fixture.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dailies-restart-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function start(options: EngineOptions = {}) {
  const engine = createEngine({ renderer: createQuickRenderer(), folder, ...options })
  return { engine, ...talkTo(engine) }
}
const temporaryFolders = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`dailies-engine-${process.pid}-`))
const inFolder = (name: string) => readdirSync(join(folder, name))

test('after a stop what was unfinished is rendered, in order and with its seed', async () => {
  const before = start({ renderer: createQuickRenderer({ delayMs: 5000 }) })
  const ids: string[] = []
  for (const prompt of ['first', 'second']) ids.push((await before.submit({ prompt })).id)
  const seeds = ids.map((id) => before.engine.jobOf(id)?.seed)
  await before.engine.close()
  expect(inFolder('unfinished')).toEqual([])

  const after = start()
  expect((await after.look(ids[1] ?? '')).state).toBe('queued')
  for (const id of ids) expect((await after.settle(id)).state).toBe('completed')
  expect(ids.map((id) => after.engine.jobOf(id)?.seed)).toEqual(seeds)
  await after.engine.close()
})

test('after a kill it is the same, and what was half written is gone', async () => {
  const killed = start({ faults: { job: { 1: 'hang' } } })
  const { id } = await killed.submit({ prompt: 'a lake' })
  const half = join(folder, 'unfinished', `${id}-half`)
  mkdirSync(half)
  writeFileSync(join(half, 'image.png'), 'half')
  writeFileSync(join(folder, 'unfinished', 'incoming-half'), 'half')
  writeFileSync(join(folder, 'media', '5b0d1f0e-0000-8000-8000-000000000000'), 'of no job')
  writeFileSync(join(folder, 'jobs', `${id}.json.part`), '{"id"')
  mkdirSync(join(folder, 'outputs', id))

  const after = start()
  expect((await after.settle(id)).state).toBe('completed')
  expect(inFolder('unfinished')).toEqual([])
  expect(inFolder('jobs')).toEqual([`${id}.json`])
  expect(inFolder('media')).toEqual([])
  await after.engine.close()
  await killed.engine.close()
})

test('what was finished can be downloaded after a restart, by its own key only', async () => {
  const before = start()
  const done = await before.settle((await before.submit({ prompt: 'a lake' })).id)
  const bytes = await before.download(done)
  await before.engine.close()

  const after = start()
  const found = await after.look(done.id)
  expect(found).toMatchObject({ state: 'completed', created_at: done.created_at })
  expect(await after.download(found)).toEqual(bytes)
  const other = talkTo(after.engine, 'luma-api-other')
  expect((await other.ask(`/v1/generations/${done.id}`)).status).toBe(404)
  await after.engine.close()
})

test('a generation whose files were taken away says so', async () => {
  const before = start()
  const { id } = await before.settle((await before.submit({ prompt: 'a lake' })).id)
  await before.engine.close()
  rmSync(join(folder, 'outputs', id), { recursive: true })

  const after = start()
  expect(await after.look(id)).toMatchObject({ state: 'failed', failure_code: 'output_not_found' })
  await after.engine.close()
})

test('a job file that cannot be read costs that job and no other', async () => {
  const before = start()
  const { id } = await before.settle((await before.submit({ prompt: 'a lake' })).id)
  await before.engine.close()
  writeFileSync(join(folder, 'jobs', 'torn.json'), '{"id": 1')

  const after = start()
  expect((await after.look(id)).state).toBe('completed')
  await after.engine.close()
})

test('failures leave no files and stay failures', async () => {
  const before = start({ faults: { job: () => ({ failure_code: 'corrupt_input' }) } })
  const { id } = await before.settle((await before.submit({ prompt: 'a lake' })).id)
  expect([inFolder('unfinished'), inFolder('outputs')]).toEqual([[], []])
  await before.engine.close()

  const after = start()
  expect(await after.look(id)).toMatchObject({ state: 'failed', failure_code: 'corrupt_input' })
  await after.engine.close()
})

test('without a folder nothing is left after the end, nor of one that was killed', async () => {
  const abandoned = join(tmpdir(), 'dailies-engine-4194305-left')
  mkdirSync(abandoned, { recursive: true })
  const engine = createEngine({ renderer: createQuickRenderer() })
  expect(existsSync(abandoned)).toBe(false)
  expect(temporaryFolders()).toHaveLength(1)
  await engine.close()
  expect(temporaryFolders()).toHaveLength(0)
})
