import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type ZipEntry, zipBytes } from './zip-bytes.ts'
import { centralHead, descriptor, localHead, zipEnd } from './zip-records.ts'

const lastModified = new Date(2026, 10, 27, 16, 5, 6)

async function* of(...parts: (Uint8Array | string)[]) {
  yield* parts
}
async function whole(entries: AsyncIterable<ZipEntry>) {
  const parts: Uint8Array[] = []
  for await (const part of zipBytes(entries)) parts.push(part)
  return Buffer.concat(parts)
}

test('every entry comes out as it went in', async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * index) % 251)
  async function* entries() {
    yield { name: 'a.bin', lastModified, input: of(bytes.subarray(0, 7), bytes.subarray(7)) }
    yield { name: '東京 é.txt', lastModified, input: of('said ', '', 'in parts') }
    yield { name: 'nothing', lastModified, input: of() }
  }
  const files = unzipSync(await whole(entries()))
  expect(Object.keys(files)).toEqual(['a.bin', '東京 é.txt', 'nothing'])
  expect(Buffer.from(files['a.bin']!).equals(bytes)).toBe(true)
  expect(strFromU8(files['東京 é.txt']!)).toBe('said in parts')
  expect(files.nothing!.length).toBe(0)
})

test('a ZIP of nothing can be opened', async () => {
  expect(unzipSync(await whole((async function* () {})()))).toEqual({})
})

async function* many() {
  for (let index = 0; index < 70_000; index++) {
    yield { name: `${index}`, lastModified, input: of('x') }
  }
}

test('more entries than fit in two bytes are all there', async () => {
  expect(Object.keys(unzipSync(await whole(many()))).length).toBe(70_000)
})

describe('beyond 4 GB', () => {
  const large = 5 * 2 ** 30
  const entry = { name: Buffer.from('x'), time: 0, sum: 1, isLarge: true }

  test('sizes and places stand in eight bytes', () => {
    expect(localHead(entry).readUInt32LE(18)).toBe(0xffff_ffff)
    expect(localHead(entry).readUInt16LE(28)).toBe(20)
    expect(descriptor({ ...entry, bytes: large, offset: 0 }).readBigUInt64LE(8)).toBe(BigInt(large))
    const central = centralHead({ ...entry, bytes: large, offset: large + 1 })
    expect(central.readUInt32LE(42)).toBe(0xffff_ffff)
    const [size, packed, offset] = [51, 59, 67].map((at) => Number(central.readBigUInt64LE(at)))
    expect([size, packed, offset]).toEqual([large, large, large + 1])
  })

  test('the end says where its large twin is', () => {
    const end = zipEnd({ count: 3, at: large, bytes: 200 })
    expect(end.readUInt32LE(0)).toBe(0x06064b50)
    expect(Number(end.readBigUInt64LE(48))).toBe(large)
    expect(Number(end.readBigUInt64LE(56 + 8))).toBe(large + 200)
    expect(zipEnd({ count: 3, at: 100, bytes: 200 }).length).toBe(22)
  })
})
