import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Demuxer } from 'node-av/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawFrame } from '../../media/native/draw-frames.ts'
import { openClip } from '../../media/native/open-clip.ts'
import { writeClip } from '../../media/clip.fixture.ts'
import { readNumber, writeNumberedClip } from '../../media/numbered-clip.fixture.ts'
import { rewritten, rewrittenBytes, told } from './rewritten.harness.ts'

let folder: string
const at = (name: string) => join(folder, name)
const frames = 40

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-mp4-inside-'))
  await writeNumberedClip({ path: at('end.mp4'), frames })
  await writeNumberedClip({ path: at('clip.mov'), frames, container: 'mov' })
  await writeClip({ path: at('front.mp4'), width: 64, height: 32, frames })
})
afterAll(() => rm(folder, { recursive: true }))

const tagsOf = async (path: string) => {
  const demuxer = await Demuxer.open(path)
  const tags = demuxer.getFormatContext().metadata?.getAll() ?? {}
  await demuxer.close()
  return tags
}

async function picturesOf(path: string) {
  const clip = await openClip(path)
  const pictures: Buffer[] = []
  for (let frame = 0; frame < clip.frames.length; frame++) {
    pictures.push(await drawFrame(clip, frame, { format: 'png' }))
  }
  await clip.close()
  return pictures
}

describe.each([
  ['end.mp4', 'mp4', 'with its tables behind its pictures'],
  ['front.mp4', 'mp4', 'with its tables before its pictures'],
  ['clip.mov', 'quicktime', 'of QuickTime'],
])('%s, a clip', (name, kind, _how) => {
  test(`${_how} tells what it is and shows every frame as before`, async () => {
    const made = at(`told-${name}`)
    await writeFile(made, await rewritten(at(name), `video/${kind}`, told))
    const bytes = await readFile(made)
    expect(bytes.toString()).toContain('Local engine, procedural')
    expect(bytes.toString()).toContain(told.settings)
    const [before, after] = [await picturesOf(at(name)), await picturesOf(made)]
    expect(after.length).toBe(frames)
    expect(after.every((picture, index) => picture.equals(before[index]!))).toBe(true)
  })

  test('is the same bytes when nothing is told', async () => {
    expect(await rewritten(at(name), `video/${kind}`, null)).toEqual(await readFile(at(name)))
  })
})

test('players find the tags, once, however often they are written', async () => {
  await writeFile(at('once.mp4'), await rewritten(at('front.mp4'), 'video/mp4', told))
  await writeFile(at('twice.mp4'), await rewritten(at('once.mp4'), 'video/mp4', told))
  for (const name of ['once.mp4', 'twice.mp4']) {
    const tags = await tagsOf(at(name))
    expect(tags.title).toContain('A fox & a <crow>')
    expect(tags.comment).toContain(told.id)
    expect(tags.date).toBe(told.created_at)
    expect(tags.encoder).toMatch(/^Lavf/)
  }
  const once = await readFile(at('once.mp4'))
  expect((await readFile(at('twice.mp4'))).length).toBeLessThan(once.length + 4000)
})

test('a frame in the middle still says its number', async () => {
  await writeFile(at('numbers.mp4'), await rewritten(at('end.mp4'), 'video/mp4', told))
  expect(await readNumber((await picturesOf(at('numbers.mp4')))[23]!)).toBe(23)
})

test('a clip that is cut off is taken as it is', async () => {
  const whole = await readFile(at('front.mp4'))
  await writeFile(at('cut.mp4'), whole.subarray(0, whole.length - 9))
  expect(await rewritten(at('cut.mp4'), 'video/mp4', told)).toEqual(await readFile(at('cut.mp4')))
})

test('a clip whose tables are damaged is an answer and no crash', async () => {
  const whole = await readFile(at('front.mp4'))
  const tables = whole.indexOf('mdat')
  const damage = fc.array(fc.tuple(fc.nat(tables), fc.nat(255)), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(damage, async (spots) => {
      const broken = Buffer.from(whole)
      for (const [spot, byte] of spots) broken[spot] = byte
      await rewrittenBytes(folder, broken, 'video/mp4', told)
    }),
    { numRuns: 200 },
  )
})
