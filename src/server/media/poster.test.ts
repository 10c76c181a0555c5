import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AVCOL_TRC_SMPTE2084 } from 'node-av/constants'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeClip } from './clip.fixture.ts'
import { mediaProcess } from './media-process.ts'
import { extractPoster, makeThumb } from './poster.ts'

let folder: string
const at = (name: string) => join(folder, name)
const size = { width: 320, height: 180, frames: 30 }

/** Red at a place given in parts of the width and height. */
async function redAt(webp: Buffer, x: number, y: number) {
  const { data, info } = await sharp(webp).raw().toBuffer({ resolveWithObject: true })
  const pixel = Math.floor(y * info.height) * info.width + Math.floor(x * info.width)
  return data[pixel * info.channels]!
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-poster-'))
})
afterAll(async () => {
  mediaProcess.stop()
  await rm(folder, { recursive: true })
})

describe('a poster', () => {
  test('is a WebP of the video that fits the side asked for', async () => {
    await writeClip({ path: at('clip.mp4'), ...size })
    const webp = await extractPoster(at('clip.mp4'), { maxSide: 160 })
    expect(await sharp(webp).metadata()).toMatchObject({ format: 'webp', width: 160, height: 90 })
    expect(await redAt(webp, 0.25, 0.5)).toBeGreaterThan(250)
    expect(await redAt(webp, 0.75, 0.5)).toBeLessThan(5)
  })

  test('is not larger than the video', async () => {
    const webp = await extractPoster(at('clip.mp4'), { maxSide: 2000 })
    expect(await sharp(webp).metadata()).toMatchObject({ width: 320, height: 180 })
  })

  test('stands upright when a phone turned the video', async () => {
    await writeClip({ path: at('phone.mp4'), ...size, turned90: true })
    const webp = await extractPoster(at('phone.mp4'), { maxSide: 160 })
    expect(await sharp(webp).metadata()).toMatchObject({ width: 90, height: 160 })
    // What was at the left is at the top after a quarter turn clockwise.
    expect(await redAt(webp, 0.5, 0.25)).toBeGreaterThan(250)
    expect(await redAt(webp, 0.5, 0.75)).toBeLessThan(5)
  })

  test('skips the black that a video begins with', async () => {
    await writeClip({ path: at('late.mp4'), ...size, shownFrom: 20 })
    expect(await redAt(await extractPoster(at('late.mp4'), { maxSide: 160 }), 0.25, 0.5)).toBe(255)
  })

  test('of a video that stays black is black', async () => {
    await writeClip({ path: at('black.mp4'), ...size, shownFrom: 99 })
    expect(await redAt(await extractPoster(at('black.mp4'), { maxSide: 160 }), 0.25, 0.5)).toBe(0)
  })

  test('of an HDR video is brought down to SDR', async () => {
    await writeClip({ path: at('hdr.mp4'), ...size, transfer: AVCOL_TRC_SMPTE2084 })
    const webp = await extractPoster(at('hdr.mp4'), { maxSide: 160 })
    expect(await redAt(webp, 0.25, 0.5)).toBeGreaterThan(200)
    expect(await redAt(webp, 0.75, 0.5)).toBeLessThan(5)
  })

  test('of a damaged video is an error in words', async () => {
    await writeFile(at('damaged.mp4'), 'no video at all')
    await expect(extractPoster(at('damaged.mp4'), { maxSide: 160 })).rejects.toThrow(
      /^This video is damaged or incomplete/,
    )
  })
})

describe('a thumbnail', () => {
  test('is an upright WebP without what the camera wrote', async () => {
    const path = at('photo.jpg')
    await sharp({ create: { width: 300, height: 200, channels: 3, background: 'olive' } })
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'A camera' } })
      .jpeg()
      .toFile(path)
    const found = await sharp(await makeThumb(path, { maxSide: 150 })).metadata()
    expect(found).toMatchObject({ format: 'webp', width: 100, height: 150 })
    expect(found.exif).toBeUndefined()
  })

  test('is never made of a drawing', async () => {
    await writeFile(at('a.png'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    await expect(makeThumb(at('a.png'), { maxSide: 150 })).rejects.toThrow('unsupported image')
  })
})
