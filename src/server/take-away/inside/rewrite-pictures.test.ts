import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rewrittenBytes, told } from './rewritten.harness.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-inside-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Format = 'jpeg' | 'png' | 'webp'
const formats: Format[] = ['jpeg', 'png', 'webp']
const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const
const create = { width: 49, height: 31, channels: 3, background: 'teal', noise } as const
const oldXmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Of old</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>'

const plain = (format: Format) => sharp({ create }).toFormat(format).toBuffer()
const laden = (format: Format, orientation = 6) =>
  sharp({ create })
    .withMetadata({ orientation })
    .withIccProfile('p3')
    .withExifMerge({ IFD0: { Make: 'A camera' } })
    .withXmp(oldXmp)
    .toFormat(format)
    .toBuffer()
const pixels = (picture: Buffer) => sharp(picture).raw().toBuffer()
const rewrite = (bytes: Buffer, format: Format, what: typeof told | null) =>
  rewrittenBytes(folder, bytes, `image/${format}`, what)

describe.each(formats)('a %s', (format) => {
  test('tells what it is, and keeps its pixels', async () => {
    const before = await plain(format)
    const after = await rewrite(before, format, told)
    const { xmp, width, height } = await sharp(after).metadata()
    expect({ width, height }).toEqual({ width: 49, height: 31 })
    expect((await pixels(after)).equals(await pixels(before))).toBe(true)
    const text = xmp!.toString()
    expect(text).toContain('A fox &amp; a &lt;crow&gt; "at dawn" 🦊 déjà')
    expect(text).toContain('Local engine, procedural')
    expect(text).toContain('digitalsourcetype/algorithmicMedia')
    for (const said of [told.id, 'up-1', 'uni-1', told.created_at, told.settings]) {
      expect(text).toContain(said)
    }
  })

  test('tells it once, and keeps colours, orientation and camera', async () => {
    const before = await laden(format)
    const twice = await rewrite(await rewrite(before, format, told), format, told)
    const { xmp, exif, icc, orientation } = await sharp(twice).metadata()
    expect(twice.toString('latin1').split(told.id).length).toBe(2)
    expect(xmp!.toString()).not.toContain('Of old')
    expect(exif!.toString('latin1')).toContain('A camera')
    expect(icc!.equals((await sharp(before).metadata()).icc!)).toBe(true)
    expect(orientation).toBe(6)
    expect((await pixels(twice)).equals(await pixels(before))).toBe(true)
  })

  test('without anything told loses what it carries, but not its colours and its orientation', async () => {
    const before = await laden(format)
    const after = await rewrite(before, format, null)
    const { xmp, exif, icc, orientation } = await sharp(after).metadata()
    expect(xmp).toBeUndefined()
    expect(exif?.toString('latin1') ?? '').not.toContain('A camera')
    expect(icc!.equals((await sharp(before).metadata()).icc!)).toBe(true)
    expect(orientation).toBe(6)
    expect((await pixels(after)).equals(await pixels(before))).toBe(true)
  })

  test('that stands upright loses its EXIF whole', async () => {
    const after = await rewrite(await laden(format, 1), format, null)
    expect((await sharp(after).metadata()).exif).toBeUndefined()
    expect(await rewrite(after, format, null)).toEqual(after)
  })

  test('that carries nothing stays the same bytes', async () => {
    const before = await plain(format)
    expect((await rewrite(before, format, null)).equals(before)).toBe(true)
  })

  test('loses again what was told, to the byte', async () => {
    if (format === 'webp') return
    const before = await plain(format)
    const again = await rewrite(await rewrite(before, format, told), format, null)
    expect(again.equals(before)).toBe(true)
  })

  test('that is damaged is an answer and no crash', async () => {
    const whole = await laden(format)
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 })
    const cut = fc.nat(whole.length)
    await fc.assert(
      fc.asyncProperty(damage, cut, fc.boolean(), async (spots, length, isTold) => {
        const broken = Buffer.from(whole.subarray(0, length))
        for (const [at, byte] of spots) if (at < length) broken[at] = byte
        await rewrite(broken, format, isTold ? told : null)
      }),
      { numRuns: 60 },
    )
  })
})

test('a WebP with transparency keeps it', async () => {
  const background = { r: 200, g: 10, b: 10, alpha: 0.5 }
  for (const lossless of [true, false]) {
    const clear = { create: { width: 20, height: 10, channels: 4, background } } as const
    const before = await sharp(clear).webp({ lossless }).toBuffer()
    const after = await rewrite(before, 'webp', told)
    expect(await sharp(after).metadata()).toMatchObject({ hasAlpha: true, width: 20, height: 10 })
    expect((await pixels(after)).equals(await pixels(before))).toBe(true)
  }
})

test('settings that are too long for a JPEG are left out, and the rest is told', async () => {
  const settings = JSON.stringify({ notes: 'x'.repeat(70_000) })
  const after = await rewrite(await plain('jpeg'), 'jpeg', { ...told, settings })
  const { xmp } = await sharp(after).metadata()
  expect(xmp!.toString()).toContain(told.id)
})
