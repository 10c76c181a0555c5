import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { readExr } from '../media/node-av/read-hdr.fixture.ts'
import { exrFile } from './exr-file.ts'
import { halfOf, numberOf } from './half.ts'
import { openHdrFrames } from './hdr-frames.ts'
import { ap0, apply, matrixBetween, rec709 } from './primaries.ts'
import { createStoredZip } from './stored-zip.ts'

const width = 38
const height = 22
const light = new Uint16Array(width * height * 4)
for (let i = 0; i < light.length; i++) {
  const [x, y] = [(i >> 2) % width, Math.floor((i >> 2) / width)]
  light[i] = halfOf([x / 8, y / 40, (x * y) % 7, 0][i & 3]!)
}
const rough = new Uint16Array(width * height * 4)
for (let i = 0, state = 9; i < rough.length; i++) {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  rough[i] = (state >> 9) % 0x4400
}

async function fileOf(halves: Uint16Array) {
  const frames = await openHdrFrames({ width, height })
  frames.ofLight(halves)
  const blocks = frames.exrBlocks()
  return exrFile({ width, height, rate: { num: 24, den: 1 }, maker: 'a test', blocks })
}

function attributesOf(file: Buffer) {
  const found = new Map<string, Buffer>()
  let at = 8
  const string = () => {
    const end = file.indexOf(0, at)
    const value = file.toString('latin1', at, end)
    at = end + 1
    return value
  }
  for (let name = string(); name; name = string()) {
    string()
    const size = file.readInt32LE(at)
    found.set(name, file.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return found
}
const reals = (bytes: Buffer) =>
  Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4))

test('an EXR file says its primaries, its rate, its white and how it is packed', async () => {
  const file = await fileOf(light)
  expect(file.readInt32LE(0)).toBe(20_000_630)
  const said = attributesOf(file)
  const places = [0.7347, 0.2653, 0, 1, 0.0001, -0.077, 0.321_68, 0.337_67]
  reals(said.get('chromaticities')!).forEach((v, i) => expect(v).toBeCloseTo(places[i]!, 6))
  const rate = said.get('framesPerSecond')!
  expect([rate.readInt32LE(0), rate.readUInt32LE(4)]).toEqual([24, 1])
  expect(reals(said.get('whiteLuminance')!)).toEqual([203])
  expect([...said.get('compression')!]).toEqual([3])
  const channels = said.get('channels')!
  expect(channels.toString('latin1').replaceAll(/[^BGR]/g, '')).toBe('BGR')
})

test.each([
  ['smooth light', light],
  ['noise that no deflate makes smaller', rough],
])('%s comes back through another reader as it was, in ACES2065-1', async (_, halves) => {
  const read = await readExr(await fileOf(halves))
  expect([read.width, read.height]).toEqual([width, height])
  const pixels = width * height
  const kind = read.data.length / pixels / 3
  const planes =
    kind === 4
      ? [...new Float32Array(read.data.buffer)]
      : [...new Uint16Array(read.data.buffer)].map(numberOf)
  const matrix = matrixBetween(rec709, ap0)
  for (let i = 0; i < pixels; i++) {
    const [r = 0, g = 0, b = 0] = halves.subarray(i * 4, i * 4 + 3)
    const known = apply(matrix, [numberOf(r), numberOf(g), numberOf(b)])
    const found = [planes[2 * pixels + i]!, planes[i]!, planes[pixels + i]!]
    known.forEach((v, n) => {
      expect(Math.abs(found[n]! - v)).toBeLessThanOrEqual(Math.max(2 ** -25, v * 2 ** -10.9))
    })
  }
})

test('white of the picture is white of ACES2065-1', async () => {
  const read = await readExr(
    await fileOf(Uint16Array.from(light, (_, i) => (i % 4 < 3 ? 0x3c00 : 0))),
  )
  const kind = read.data.length / width / height / 3
  const values =
    kind === 4
      ? new Float32Array(read.data.buffer)
      : new Uint16Array(read.data.buffer).map(numberOf)
  expect(values.every((v) => Math.abs(v - 1) < 2 ** -10)).toBe(true)
})

test('a ZIP lists every file where it lies, whole and unpacked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dailies-zip-'))
  try {
    const zip = await createStoredZip(join(folder, 'a.zip'))
    const files = new Map([1, 2, 300].map((n) => [`frame.${n}.exr`, Buffer.alloc(n * 10, n)]))
    for (const [name, bytes] of files) await zip.add(name, bytes)
    await zip.close()
    const bytes = await readFile(join(folder, 'a.zip'))
    const end = bytes.length - 22
    expect(bytes.readUInt32LE(end)).toBe(0x06054b50)
    expect(bytes.readUInt16LE(end + 10)).toBe(files.size)
    let at = bytes.readUInt32LE(end + 16)
    for (const [name, content] of files) {
      expect(bytes.readUInt32LE(at)).toBe(0x02014b50)
      const length = bytes.readUInt16LE(at + 28)
      expect(bytes.toString('utf8', at + 46, at + 46 + length)).toBe(name)
      expect(bytes.readUInt32LE(at + 16)).toBe(crc32(content))
      const local = bytes.readUInt32LE(at + 42)
      expect(bytes.readUInt32LE(local)).toBe(0x04034b50)
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      expect(bytes.subarray(start, start + bytes.readUInt32LE(at + 24))).toEqual(content)
      at += 46 + length + bytes.readUInt16LE(at + 30)
    }
    expect(at).toBe(end)
  } finally {
    await rm(folder, { recursive: true })
  }
})
