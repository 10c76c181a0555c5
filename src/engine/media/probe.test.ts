import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barCodedFrame } from './bar-coded-frame.ts'
import { probe } from './probe.ts'
import { openVideoEncoder } from './video-encoder.ts'

let folder: string
let whole: Buffer

async function probeBytes(name: string, bytes: string | Uint8Array) {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return probe(path)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-probe-'))
  const path = join(folder, 'whole.mp4')
  const encoder = await openVideoEncoder({
    path,
    width: 160,
    height: 90,
    rate: { num: 24, den: 1 },
    keyInterval: 12,
  })
  for (let index = 0; index < 24; index++) await encoder.write(barCodedFrame(index, 160, 90))
  await encoder.close()
  whole = await readFile(path)
})
afterAll(() => rm(folder, { recursive: true }))

test('a video that is cut off says so', async () => {
  const half = whole.subarray(0, Math.floor(whole.length * 0.6))
  await expect(probeBytes('half.mp4', half)).rejects.toThrow(
    /^half\.mp4 cannot be read: it is cut off: its mdat box needs \d+ bytes, \d+ are there$/,
  )
})

test('a video whose last byte is missing says so', async () => {
  await expect(probeBytes('almost.mp4', whole.subarray(0, -1))).rejects.toThrow('it is cut off')
})

test('a video without an index is not readable', async () => {
  const lost = Buffer.from(whole)
  lost.write('lost', lost.indexOf('moov'), 'latin1')
  await expect(probeBytes('lost.mp4', lost)).rejects.toThrow(
    /^lost\.mp4 cannot be read: it is damaged or incomplete/,
  )
})

test.each([
  ['page.png', '<html><svg/></html>'],
  ['list.m3u8', '#EXTM3U\nhttp://127.0.0.1/secret.ts\n'],
])('%s is neither a picture nor a video', async (name, bytes) => {
  await expect(probeBytes(name, bytes)).rejects.toThrow(
    `${name} cannot be read: it is neither a picture nor a video that the engine knows`,
  )
})

test('a file of no bytes is empty', async () => {
  await expect(probeBytes('empty.mp4', '')).rejects.toThrow('empty.mp4 cannot be read: it is empty')
})

test('a file that is not there is named', async () => {
  await expect(probe(join(folder, 'gone.mp4'))).rejects.toThrow('gone.mp4 cannot be read: ENOENT')
})
