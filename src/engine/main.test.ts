import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const headers = { Authorization: 'Bearer luma-api-test' }
let scratch: string
const running: ChildProcess[] = []

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'dailies-main-'))
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  rmSync(scratch, { recursive: true, force: true })
})

/** `npm run engine` on a free port, with its temporary files in `scratch`. */
async function start(port = '0') {
  const env = { ...process.env, DAILIES_ENGINE_PORT: port, TMPDIR: scratch }
  const child = spawn(process.execPath, ['--import', 'tsx', main], { env })
  running.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  const exit = once(child, 'exit')
  while (!said.includes('\n')) await Promise.race([exit, new Promise((go) => setTimeout(go, 20))])
  return { child, exit, said, url: /http:\S+/.exec(said)?.[0] ?? '' }
}

async function startRendering(url: string) {
  const body = JSON.stringify({
    type: 'video',
    prompt: 'a lake',
    video: { resolution: '540p', duration: '10s' },
  })
  const answer = await fetch(`${url}/generations`, { method: 'POST', headers, body })
  const { id } = (await answer.json()) as { id: string }
  for (;;) {
    const look = await fetch(`${url}/generations/${id}`, { headers })
    const { local } = (await look.json()) as { local: { frames_done: number } }
    if (local.frames_done > 0) return
    await new Promise((go) => setTimeout(go, 50))
  }
}
const left = () => readdirSync(scratch).filter((name) => name.startsWith('dailies-engine-'))

test('the engine alone says where it is, and answers there', async () => {
  const { said, url } = await start()
  expect(said).toMatch(/^The local engine is at http:\/\/127\.0\.0\.1:\d+\/v1\n$/)
  expect((await fetch(`${url}/files?limit=1`, { headers })).status).toBe(200)
})

test('it ends by SIGTERM in the middle of a job and leaves nothing', async () => {
  const { child, exit, url } = await start()
  await startRendering(url)
  child.kill('SIGTERM')
  expect(await exit).toEqual([0, null])
  expect(left()).toEqual([])
})

test('a kill leaves files only until the next start', async () => {
  const killed = await start()
  await startRendering(killed.url)
  const [folder = ''] = left()
  killed.child.kill('SIGKILL')
  await killed.exit
  expect(existsSync(join(scratch, folder))).toBe(true)
  await start()
  expect(left()).not.toContain(folder)
})

test('a port that is taken, or that is none, is said in one line', async () => {
  const { url } = await start()
  const second = await start(new URL(url).port)
  expect(second.said).toBe('The local engine cannot start: another program has its port\n')
  expect(await second.exit).toEqual([1, null])
  const third = await start('abc')
  expect(third.said).toContain("DAILIES_ENGINE_PORT must be a port from 0 to 65535, not 'abc'")
})
