import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPicture } from './read-picture.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-picture-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(bytes: Uint8Array, options?: { maxSide?: number }) {
  const path = join(folder, 'a.picture')
  await writeFile(path, bytes)
  return readPicture(path, options)
}

const [width, height] = [48, 32]
/** Red at the left, blue at the right. */
const halves = Uint8Array.from({ length: width * height * 3 }, (_, index) => {
  const isLeft = Math.floor(index / 3) % width < width / 2
  return index % 3 === (isLeft ? 0 : 2) ? 200 : 40
})
const picture = () => sharp(halves, { raw: { width, height, channels: 3 } })
const pixel = (rgb: Uint8Array, at: number) => [...rgb.subarray(at * 3, at * 3 + 3)]

function expectNear(found: number[], wanted: number[], within: number) {
  for (const [channel, value] of wanted.entries()) {
    expect(Math.abs(found[channel]! - value)).toBeLessThanOrEqual(within)
  }
}

describe('a still', () => {
  test('comes out pixel by pixel', async () => {
    const { rgb, ...size } = await read(await picture().png().toBuffer())
    expect(size).toEqual({ width, height })
    expect(rgb).toEqual(Buffer.from(halves))
  })

  test('of sixteen bits comes out in eight', async () => {
    const deep = await picture().toColourspace('rgb16').png().toBuffer()
    expect((await sharp(deep).metadata()).bitsPerSample).toBe(16)
    const { rgb } = await read(deep)
    expect(rgb).toEqual(Buffer.from(halves))
  })

  test('that lies on its side is put upright', async () => {
    const lying = await picture().withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer()
    const { rgb, ...size } = await read(lying)
    expect(size).toEqual({ width: height, height: width })
    expectNear(pixel(rgb, 0), [200, 40, 40], 12)
    expectNear(pixel(rgb, width * height - 1), [40, 40, 200], 12)
  })

  test('in printing inks comes out in red, green and blue', async () => {
    const inks = await picture().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()
    expect((await sharp(inks).metadata()).space).toBe('cmyk')
    const { rgb } = await read(inks)
    expect(rgb).toHaveLength(width * height * 3)
    expectNear(pixel(rgb, 4), [200, 40, 40], 40)
  })

  test('in a wider colour space keeps its look', async () => {
    const wide = await picture().withIccProfile('p3').png().toBuffer()
    const { rgb } = await read(wide)
    expectNear(pixel(rgb, 0), [200, 40, 40], 2)
  })

  test('in shades of grey has three equal channels', async () => {
    const { rgb } = await read(await picture().greyscale().png().toBuffer())
    expect(rgb).toHaveLength(width * height * 3)
    expect(new Set(pixel(rgb, 0)).size).toBe(1)
  })

  test('shows white through its transparent parts', async () => {
    const background = { r: 255, g: 0, b: 0, alpha: 0 }
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background } })
    const { rgb } = await read(await clear.png().toBuffer())
    expect(pixel(rgb, 0)).toEqual([255, 255, 255])
  })

  test('is scaled down to a longest side, never up', async () => {
    const bytes = await picture().png().toBuffer()
    const small = await read(bytes, { maxSide: 24 })
    expect([small.width, small.height, small.rgb.length]).toEqual([24, 16, 24 * 16 * 3])
    expect((await read(bytes, { maxSide: 1000 })).width).toBe(width)
  })
})

describe('what moves', () => {
  test.each(['webp', 'gif'] as const)('as %s gives its first frame', async (format) => {
    const strip = [halves, Uint8Array.from(halves, (value) => 240 - value)]
    const both = { width, height: height * 2, channels: 3 as const, pageHeight: height }
    const bytes = await sharp(Buffer.concat(strip), { raw: both })
      .toFormat(format, format === 'webp' ? { lossless: true } : {})
      .toBuffer()
    expect((await sharp(bytes).metadata()).pages).toBe(2)
    const { rgb, ...size } = await read(bytes)
    expect(size).toEqual({ width, height })
    expectNear(pixel(rgb, 0), [200, 40, 40], 8)
  })
})

describe('is refused:', () => {
  test('a side above 8000 pixels', async () => {
    const background = '#123456'
    const long = sharp({ create: { width: 8001, height: 2, channels: 3, background } })
    await expect(read(await long.png().toBuffer())).rejects.toMatchObject({
      kind: 'too_large',
      message: 'it is 8001 × 2 pixels; 8000 a side is the most',
    })
  })

  test('drawing commands, which are no picture', async () => {
    const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    await expect(read(bytes)).rejects.toMatchObject({ kind: 'unsupported' })
  })
})
