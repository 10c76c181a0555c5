import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeClip } from './clip.fixture.ts'
import { createMediaProcess } from './media-process.ts'

let folder: string
const media = createMediaProcess()
const facts = (name: string) => ({ ask: 'facts', path: join(folder, name) }) as const

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-media-process-'))
  for (const frames of [2, 3, 4]) {
    await writeClip({ path: join(folder, `${frames}.mp4`), width: 64, height: 64, frames })
  }
})
afterAll(async () => {
  media.stop()
  await rm(folder, { recursive: true })
})

test('questions asked at once get each their own answer, from one child', async () => {
  const asked = [3, 2, 4, 2].map((frames) => media.ask(facts(`${frames}.mp4`)))
  const first = await asked[0]
  const { pid } = media
  const said = await Promise.all(asked)
  expect(first).toMatchObject({ facts: { frames: 3 } })
  expect(said.map((answer) => 'facts' in answer && answer.facts.frames)).toEqual([3, 2, 4, 2])
  expect(media.pid).toBe(pid)
})

test('a child that dies fails the question it had, and the next is answered', async () => {
  await media.ask(facts('2.mp4'))
  const dying = media.pid!
  process.kill(dying, 'SIGSTOP')
  const [lost, next] = [media.ask(facts('2.mp4')), media.ask(facts('3.mp4'))]
  const refused = expect(lost).rejects.toThrow('This video stopped the reader; it may be damaged.')
  await new Promise((resolve) => setImmediate(resolve))
  process.kill(dying, 'SIGKILL')
  await refused
  expect(await next).toMatchObject({ facts: { frames: 3 } })
  expect(media.pid).not.toBe(dying)
})

test('a child that was ended between two questions is replaced', async () => {
  await media.ask(facts('2.mp4'))
  media.stop()
  expect(await media.ask(facts('4.mp4'))).toMatchObject({ facts: { frames: 4 } })
})

test('a child that hangs is given up', async () => {
  const impatient = createMediaProcess({ timeoutMs: 10 })
  await expect(impatient.ask(facts('2.mp4'))).rejects.toThrow(
    'Reading this video took longer than 0.01 seconds.',
  )
  expect(impatient.pid).toBeUndefined()
})

test.skipIf(process.platform !== 'linux')(
  'the key to the upstream is not given to the child',
  async () => {
    process.env.LUMA_AGENTS_API_KEY = 'luma-api-secret'
    const careful = createMediaProcess()
    try {
      await careful.ask(facts('2.mp4'))
      const env = await readFile(`/proc/${careful.pid}/environ`, 'utf8')
      expect(env).toContain('PATH=')
      expect(env).not.toContain('luma-api-secret')
    } finally {
      delete process.env.LUMA_AGENTS_API_KEY
      careful.stop()
    }
  },
)
