import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp, { type Metadata } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { dropLocationFrom } from './drop-location.ts'

const place = /GPSL|51,30|Latitude="|\+51\.5/
const gps = { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 26/1', GPSLongitude: '0/1 7/1 39/1' }
const camera = { Make: 'A camera', Model: 'With a name' }
const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" exif:GPSLatitude="51,30.5N" dc:format="image/jpeg"><exif:GPSLongitude>0,7.5W</exif:GPSLongitude><dc:title>Kept</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`

type Format = 'jpeg' | 'png' | 'webp'
const formats: Format[] = ['jpeg', 'png', 'webp']

function photo(format: Format, isPlaced: boolean) {
  const create = { width: 48, height: 32, channels: 3, background: 'teal', noise } as const
  const ifds = { IFD0: camera, ...(isPlaced && { IFD3: gps }) }
  const made = sharp({ create })
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .withExifMerge(ifds)
  return (isPlaced ? made.withXmp(packet) : made).toFormat(format).toBuffer()
}
const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const

async function cleaned(bytes: Uint8Array) {
  const copy = Buffer.from(bytes)
  const removed = await dropLocationFrom({
    size: copy.length,
    read: async (at, length) => Buffer.from(copy.subarray(at, at + Math.max(0, length))),
    async write(at, patch) {
      expect(at + patch.length).toBeLessThanOrEqual(copy.length)
      copy.set(patch, at)
    },
  })
  return { copy, removed }
}

const pixels = (picture: Buffer) => sharp(picture).autoOrient().raw().toBuffer()
const saysWhere = ({ exif, xmp }: Metadata) =>
  place.test(`${exif?.toString('latin1')} ${xmp?.toString('latin1')}`)

const box = (type: string, ...inside: (Buffer | string)[]) => {
  const body = Buffer.concat(
    inside.map((each) => (typeof each === 'string' ? Buffer.from(each, 'latin1') : each)),
  )
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
const number = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const none = number(0)

describe.each(formats)('a %s', (format) => {
  let placed: Buffer
  beforeAll(async () => {
    placed = await photo(format, true)
  })

  test('loses its place and nothing else', async () => {
    const before = await sharp(placed).metadata()
    expect(saysWhere(before)).toBe(true)
    const { copy, removed } = await cleaned(placed)
    const after = await sharp(copy).metadata()
    expect(removed).toBe(true)
    expect(copy.length).toBe(placed.length)
    expect(saysWhere(after)).toBe(false)
    expect(after).toMatchObject({ orientation: 6, width: before.width, height: before.height })
    expect(after.icc?.equals(before.icc!)).toBe(true)
    expect(after.exif?.toString('latin1')).toContain('A camera')
    expect(after.xmp?.toString()).toContain('<dc:title>Kept</dc:title>')
    expect((await pixels(copy)).equals(await pixels(placed))).toBe(true)
  })

  test('that says no place stays as it is', async () => {
    const plain = await photo(format, false)
    const { copy, removed } = await cleaned(plain)
    expect(removed).toBe(false)
    expect(copy.equals(plain)).toBe(true)
  })

  test('that was cleaned says no place any more', async () => {
    const { copy } = await cleaned(placed)
    expect((await cleaned(copy)).removed).toBe(false)
  })

  test('with any bytes wrong or missing is gone through without harm', async () => {
    const wrong = fc.array(fc.tuple(fc.nat(placed.length - 1), fc.nat(255)), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(wrong, fc.nat(placed.length), async (bytes, length) => {
        const broken = Buffer.from(placed)
        for (const [at, byte] of bytes) broken[at] = byte
        const { copy } = await cleaned(broken.subarray(0, Math.max(12, length)))
        expect(copy.length).toBe(Math.max(12, length))
      }),
      { numRuns: 300 },
    )
  })
})

async function withChunk(type: string, bytes: Buffer) {
  const png = await photo('png', false)
  const chunk = Buffer.concat([number(bytes.length), Buffer.from(type), bytes, none])
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}

describe('a PNG', () => {
  const hex = Buffer.from(packet).toString('hex')

  test.each<[string, string, () => Buffer]>([
    [
      'packed XMP',
      'iTXt',
      () => Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0'), deflateSync(packet)]),
    ],
    [
      'a profile in hexadecimal',
      'tEXt',
      () => Buffer.from(`Raw profile type xmp\0\nxmp\n  ${packet.length}\n${hex}\n`),
    ],
    [
      'a packed profile',
      'zTXt',
      () =>
        Buffer.concat([
          Buffer.from('Raw profile type xmp\0\0'),
          deflateSync(`\nxmp\n ${packet.length}\n${hex}\n`),
        ]),
    ],
  ])('loses the place in %s', async (_, type, bytes) => {
    const png = await withChunk(type, bytes())
    const { copy, removed } = await cleaned(png)
    expect(removed).toBe(true)
    expect(copy.length).toBe(png.length)
    expect(saysWhere(await sharp(copy).metadata())).toBe(false)
    expect(copy.includes(hex.slice(0, 60))).toBe(false)
    expect((await pixels(copy)).length).toBe(48 * 32 * 3)
  })
})

describe('XMP', () => {
  test('that cannot be taken apart is blanked whole', async () => {
    const whole = Buffer.from(`<exif:GPSLatitude>51,30.5N and no end`)
    const jpeg = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, whole.length + 31]),
      Buffer.from('http://ns.adobe.com/xap/1.0/\0'),
      whole,
      Buffer.alloc(64),
    ])
    const { copy, removed } = await cleaned(jpeg)
    expect(removed).toBe(true)
    expect(copy.toString('latin1')).not.toMatch(/51/)
  })
})

describe('a clip', () => {
  const text = '\0\x12\x15\xc7+51.5007-000.1246/'
  const names = ['com.apple.quicktime.make', 'com.apple.quicktime.location.ISO6709']
  const keys = box('keys', none, number(2), ...names.map((name) => box('mdta', name)))
  const data = (value: string) => box('data', number(1), none, value)
  const ilst = box(
    'ilst',
    box('\0\0\0\x01', data('A phone')),
    box('\0\0\0\x02', data('+51.5007-000.1246/')),
  )
  const hdlr = box('hdlr', none, none, 'mdta', none, none, none)
  const free = (type: string, inside: Buffer) =>
    box('moov', box('mvhd', Buffer.alloc(100)), box(type, inside))

  test.each<[string, Buffer]>([
    ['QuickTime’s own box', free('udta', box('\u00a9xyz', text))],
    ['3GPP’s box', free('udta', box('loci', none, '+51.5'))],
    ['a track', box('moov', box('trak', box('udta', box('\u00a9xyz', text))))],
    ['QuickTime’s keys', box('moov', box('meta', hdlr, keys, ilst))],
    ['keys behind what they name', box('moov', box('meta', hdlr, ilst, keys))],
    ['keys in an MP4', free('udta', box('meta', none, hdlr, keys, ilst))],
    ['XMP', free('udta', box('XMP_', packet))],
    [
      'XMP under its number',
      box('uuid', Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), packet),
    ],
  ])('loses the place in %s', async (_, place1) => {
    const media = box('mdat', 'pictures')
    const file = Buffer.concat([box('ftyp', 'isom', none), place1, media])
    const { copy, removed } = await cleaned(file)
    expect(removed).toBe(true)
    expect(copy.toString('latin1')).not.toMatch(place)
    expect(copy.subarray(-media.length).equals(media)).toBe(true)
    if (file.includes('A phone')) expect(copy.includes('A phone')).toBe(true)
    expect((await cleaned(copy)).removed).toBe(false)
  })

  test('with any bytes wrong or missing is gone through without harm', async () => {
    const file = Buffer.concat([
      box('ftyp', 'isom', none),
      box('moov', box('udta', box('\u00a9xyz', text)), box('meta', hdlr, ilst, keys)),
      box('mdat', 'pictures'),
    ])
    const wrong = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(wrong, fc.nat(file.length), async (bytes, length) => {
        const broken = Buffer.from(file)
        for (const [at, byte] of bytes) if (at > 11) broken[at] = byte
        const { copy } = await cleaned(broken.subarray(0, Math.max(12, length)))
        expect(copy.length).toBe(Math.max(12, length))
      }),
      { numRuns: 500 },
    )
  })
})
