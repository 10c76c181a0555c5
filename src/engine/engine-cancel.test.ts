import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEngine, type EngineOptions } from './create-engine.ts'
import { inlinePng } from './picture.fixture.ts'
import { createQuickRenderer } from './quick-renderer.ts'
import { createRenderClient } from './render-client.ts'
import { talkTo } from './talk-to.fixture.ts'

let folder: string
let close: () => Promise<void> = async () => undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dailies-cancel-'))
})
afterEach(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

function start(options: EngineOptions = {}) {
  const engine = createEngine({ renderer: createQuickRenderer(), folder, ...options })
  close = engine.close
  return { engine, ...talkTo(engine) }
}
const left = () =>
  ['unfinished', 'outputs', 'media'].flatMap((name) => readdirSync(join(folder, name)))
const cancelled = {
  state: 'failed',
  failure_code: 'cancelled',
  failure_reason: 'Cancelled.',
  output: [],
}

test('a job that is rendered stops before it is done, and the next one works', async () => {
  const { engine, submit, settle, look } = start({ renderer: createRenderClient() })
  const video = { duration: '10s', resolution: '540p' }
  const { id } = await submit({ type: 'video', prompt: 'a lake at dawn', video })
  const next = await submit({ prompt: 'a lake', aspect_ratio: '3:1' })
  while (!engine.jobOf(id)?.frames_done) await new Promise((go) => setTimeout(go, 10))
  expect(await engine.cancel(id)).toBe(true)
  expect(await look(id)).toMatchObject(cancelled)
  expect((await settle(next.id)).state).toBe('completed')
  expect(left()).toEqual([next.id])
})

test('a job that waits never starts, and its media are gone', async () => {
  const { engine, submit, settle, look } = start({ faults: { job: { 1: { delay_ms: 100 } } } })
  const first = await submit({ prompt: 'first' })
  const source = await inlinePng(8, 8)
  const second = await submit({ type: 'image_edit', prompt: 'second', source })
  expect(await engine.cancel(second.id)).toBe(true)
  expect(await look(second.id)).toMatchObject(cancelled)
  expect((await settle(first.id)).state).toBe('completed')
  expect(left()).toEqual([first.id])
})

test('a job that hangs can be cancelled too', async () => {
  const { engine, submit, look } = start({ faults: { job: { 1: 'hang' } } })
  const { id } = await submit({ prompt: 'a lake' })
  expect(await engine.cancel(id)).toBe(true)
  expect(await look(id)).toMatchObject(cancelled)
  expect(left()).toEqual([])
})

test('what is settled, or unknown, is not cancelled', async () => {
  const { engine, submit, settle, look } = start()
  const { id } = await settle((await submit({ prompt: 'a lake' })).id)
  expect(await engine.cancel(id)).toBe(false)
  expect(await engine.cancel('no-such-id')).toBe(false)
  expect((await look(id)).state).toBe('completed')
})

test('a cancelled job stays so after a restart', async () => {
  const before = start({ faults: { job: { 1: 'hang' } } })
  const { id } = await before.submit({ prompt: 'a lake' })
  await before.engine.cancel(id)
  await before.engine.close()
  expect(await start().look(id)).toMatchObject(cancelled)
})

test('what is forgotten is gone with its files, as if it had never been', async () => {
  const { engine, submit, settle } = start({ faults: { job: { 2: { delay_ms: 300 } } } })
  const first = await submit({ prompt: 'first' })
  await settle(first.id)
  const second = await submit({ prompt: 'second' })
  engine.forget(first.id)
  engine.forget(second.id)
  expect(engine.jobOf(first.id)).toBeUndefined()
  expect((await settle(second.id)).state).toBe('completed')
  expect(left()).toEqual([second.id])
  await close()
  const again = start()
  expect(again.engine.jobOf(first.id)).toBeUndefined()
  expect(again.engine.jobOf(second.id)?.state).toBe('completed')
})
