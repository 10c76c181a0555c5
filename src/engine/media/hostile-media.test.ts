import { fork } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostileClips } from './hostile-clips.fixture.ts'
import type { Outcome, Outcomes } from './hostile-media.harness.ts'
import { hostileStills } from './hostile-stills.fixture.ts'

const flippedNames = ['plain.mp4', 'nine.webm', 'ten.mp4', 'plain.png', 'plain.jpeg', 'plain.webp']
const seeds = Array.from({ length: 12 }, (_, index) => index + 1)
let folder: string
let result: Outcomes
let exit: number | null

/** The same bytes with a few bits turned over; every third time among the first 400 bytes. */
function flipped(bytes: Uint8Array, seed: number) {
  let state = (seed * 2_654_435_761) % 2 ** 32
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const copy = Uint8Array.from(bytes)
  const reach = seed % 3 ? bytes.length : Math.min(400, bytes.length)
  for (let flips = 1 + Math.floor(random() * 12); flips > 0; flips--) {
    copy[Math.floor(random() * reach)]! ^= 1 << Math.floor(random() * 8)
  }
  return copy
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-hostile-'))
  const files = { ...(await hostileStills()), ...(await hostileClips(folder)) }
  for (const name of flippedNames) {
    for (const seed of seeds) {
      Object.assign(files, { [`flipped ${seed} ${name}`]: flipped(files[name]!, seed) })
    }
  }
  const paths: string[] = []
  for (const [name, bytes] of Object.entries(files)) {
    paths.push(join(folder, name))
    await writeFile(paths.at(-1)!, bytes)
  }
  const child = fork(fileURLToPath(new URL('hostile-media.harness.ts', import.meta.url)), [], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('message', (said) => {
    result = said as Outcomes
  })
  child.send(paths)
  exit = await new Promise((resolve) => child.on('exit', (code) => resolve(code)))
})
afterAll(() => rm(folder, { recursive: true }))

const outcomeOf = (name: string) => result.outcomes.find((outcome) => outcome.name === name)!

test('nothing that is sent brings the process down', () => {
  expect(exit).toBe(0)
  expect(result.outcomes).toHaveLength(30 + flippedNames.length * seeds.length)
})

test.runIf(process.platform === 'linux')('all of it together takes less than 600 MB', () => {
  expect(result.peakKb).toBeGreaterThan(20_000)
  expect(result.peakKb).toBeLessThan(600_000)
})

describe('is refused with its reason:', () => {
  test.each([
    ['nothing.png', 'corrupt', /empty/],
    ['nothing.mp4', 'corrupt', /empty/],
    ['zeros.mp4', 'unsupported', /neither a picture nor a video/],
    ['text.png', 'unsupported', /neither a picture nor a video/],
    ['half.png', 'corrupt', /damaged or incomplete/],
    ['half.jpeg', 'corrupt', /damaged or incomplete/],
    ['half.webp', 'corrupt', /damaged or incomplete/],
    ['short.png', 'corrupt', /damaged or incomplete/],
    ['half.mp4', 'corrupt', /cut off/],
    ['half.webm', 'corrupt', /damaged|no frames/],
    ['claims.png', 'too_large', /60000 × 60000/],
    ['flood.png', 'too_large', /20000 × 20000/],
    ['claims.mp4', 'too_large', /60000 × 60000/],
    ['sound.mp4', 'unsupported', /no moving picture/],
  ])('%s is %s', (name, fault, why) => {
    expect(outcomeOf(name)).toEqual({ name, fault, why: expect.stringMatching(why) })
  })
})

describe('is read right, however unusual:', () => {
  const small = { width: 160, height: 90, frames: 24, read: 24 }
  test.each<[string, Omit<Outcome, 'name'>]>([
    ['plain.mp4', { media_type: 'video/mp4', ...small }],
    ['irregular.mp4', { media_type: 'video/mp4', ...small }],
    ['phone.mov', { media_type: 'video/quicktime', ...small, width: 90, height: 160 }],
    ['odd.mp4', { media_type: 'video/mp4', width: 320, height: 180, frames: 3, read: 3 }],
    ['ten.mp4', { media_type: 'video/mp4', ...small }],
    ['nine.webm', { media_type: 'video/webm', ...small }],
    ['hidden.webm', { media_type: 'video/webm', ...small }],
    ['plain.png', { media_type: 'image/png', width: 120, height: 80, frames: 1, read: 1 }],
    ['deep.png', { media_type: 'image/png', width: 120, height: 80, frames: 1, read: 1 }],
    ['inks.jpeg', { media_type: 'image/jpeg', width: 120, height: 80, frames: 1, read: 1 }],
    ['upright.jpeg', { media_type: 'image/jpeg', width: 80, height: 120, frames: 1, read: 1 }],
    ['moving.webp', { media_type: 'image/webp', width: 120, height: 80, frames: 1, read: 1 }],
    ['plain.gif', { media_type: 'image/gif', width: 120, height: 80, frames: 1, read: 1 }],
    ['long.gif', { media_type: 'image/gif', width: 4, height: 4, frames: 1, read: 1 }],
  ])('%s', (name, right) => {
    expect(outcomeOf(name)).toEqual({ name, ...right })
  })
})

test.each(flippedNames)('%s with flipped bits is refused, or read to the end', (name) => {
  for (const seed of seeds) {
    const { fault, why, frames, read } = outcomeOf(`flipped ${seed} ${name}`)
    if (fault) expect(why).not.toContain(folder)
    else expect(read).toBe(frames)
  }
})
