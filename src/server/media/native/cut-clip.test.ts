import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeNumberedClip } from '../numbered-clip.fixture.ts'
import { cutClip } from './cut-clip.ts'
import { openClip } from './open-clip.ts'
import { readFacts } from './read-facts.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-cut-clip-'))
  await writeNumberedClip({ path: at('clip.mp4'), frames: 48, width: 640, height: 360 })
})
afterAll(() => rm(folder, { recursive: true }))

async function cut(to: string, mostBytes: number) {
  const clip = await openClip(at('clip.mp4'))
  try {
    await cutClip(clip, { from: 0, frames: 48, to, mostBytes })
  } finally {
    await clip.close()
  }
  return (await stat(to)).size
}

test('a part that would be too large is made smaller, with every frame', async () => {
  const free = await cut(at('free.mp4'), 200e6)
  const table = 256 * 1024
  const most = table + Math.round(free * 0.6)
  expect(await cut(at('tight.mp4'), most)).toBeLessThan(free * 0.9)
  expect(await readFacts(at('tight.mp4'))).toMatchObject({ frames: 48, fps: 24 })
})

test('a part that can never be small enough is an error in words', async () => {
  await expect(cut(at('none.mp4'), 256 * 1024 + 50)).rejects.toThrow(/too large to be kept/)
})
