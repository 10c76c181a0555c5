import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { dropGpsIfd } from './drop-gps-ifd.ts'
import { dropLocationFrom } from './drop-location.ts'
import { dropXmpLocation } from './drop-xmp-location.ts'

const soonMs = 4000

async function clean(bytes: Buffer) {
  await dropLocationFrom({
    size: bytes.length,
    read: async (at, length) => Buffer.from(bytes.subarray(at, at + Math.max(0, length))),
    write: async (at, patch) => {
      bytes.set(patch, at)
    },
  })
}

const number = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const chunk = (type: string, bytes: Buffer) =>
  Buffer.concat([number(bytes.length), Buffer.from(type), bytes, number(0)])

/** A directory of nothing but GPS pointers, each to itself or to a neighbour that claims everything. */
function gpsEverywhere(size: number) {
  const tiff = Buffer.alloc(size)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(0xffff, 8)
  for (let at = 10; at + 12 <= size; at += 12) {
    tiff.writeUInt16BE(0x8825, at)
    tiff.writeUInt16BE(1, at + 2)
    tiff.writeUInt32BE(size - 16, at + 4)
    tiff.writeUInt32BE(8 + (at % 4096), at + 8)
  }
  return tiff
}

test.each<[string, () => Buffer]>([
  [
    'EXIF of pointers that lead in circles',
    () => Buffer.concat([pngStart, chunk('eXIf', gpsEverywhere(8_000_000))]),
  ],
  [
    'a JPEG of beginnings',
    () =>
      Buffer.concat([
        Buffer.from([0xff, 0xd8]),
        Buffer.concat(
          Array.from({ length: 400_000 }, () =>
            Buffer.from('\u00ff\u00e1\u00ff\u00ffExif\0\0', 'latin1'),
          ),
        ),
      ]),
  ],
  [
    'a PNG of bombs',
    () => {
      const bomb = Buffer.concat([
        Buffer.from('XML:com.adobe.xmp\0\0'),
        deflateSync(Buffer.alloc(2_000_000)),
      ])
      return Buffer.concat([pngStart, ...Array.from({ length: 500 }, () => chunk('zTXt', bomb))])
    },
  ],
  [
    'a PNG of empty chunks',
    () =>
      Buffer.concat([
        pngStart,
        ...Array.from({ length: 500_000 }, () => chunk('tEXt', Buffer.alloc(0))),
      ]),
  ],
  [
    'an MP4 of boxes in boxes',
    () => {
      const file = Buffer.alloc(4_000_000)
      for (let at = 0; at + 8 <= file.length; at += 8) {
        file.writeUInt32BE(file.length - at, at)
        file.write(at === 0 ? 'moov' : 'meta', at + 4)
      }
      return file
    },
  ],
])(
  '%s is gone through soon',
  async (_, make) => {
    const file = make()
    const start = performance.now()
    await clean(file)
    expect(performance.now() - start).toBeLessThan(soonMs)
  },
  20_000,
)

test.each<[string, string]>([
  ['elements without end', '<exif:GPSLatitude>'],
  ['elements in elements', '<a:GPS></b:GPS>'],
  ['attributes without end', 'a:GPSx="'],
  ['names without end', 'aaaaaaaaaaaaaaaa:GPSaaaaaaaaaaaaaa'],
])('XMP of %s is gone through soon', (_, part) => {
  const xmp = Buffer.from(part.repeat(4_000_000 / part.length))
  const start = performance.now()
  dropXmpLocation(xmp)
  expect(performance.now() - start).toBeLessThan(soonMs)
})

test('a directory that is its own place is left without it', () => {
  const tiff = Buffer.from(
    'MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x08\0\0\0\0',
    'latin1',
  )
  dropGpsIfd(tiff)
  expect(tiff.readUInt16BE(8)).toBe(0)
})
