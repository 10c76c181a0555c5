import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeClip } from './clip.fixture.ts'
import { probeMedia } from './media-probe.ts'
import { mediaProcess } from './media-process.ts'

let folder: string
const at = (name: string) => join(folder, name)
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'teal', noise: grain } })
const grain = { type: 'gaussian', mean: 120, sigma: 40 } as const

async function probeBytes(name: string, bytes: string | Uint8Array) {
  await writeFile(at(name), bytes)
  return probeMedia(at(name))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-media-probe-'))
  await writeClip({ path: at('clip.mp4'), width: 160, height: 90, frames: 48 })
})
afterAll(async () => {
  mediaProcess.stop()
  await rm(folder, { recursive: true })
})

describe('a video', () => {
  test('is measured to the frame', async () => {
    expect(await probeMedia(at('clip.mp4'))).toEqual({
      medium: 'video',
      media_type: 'video/mp4',
      width: 160,
      height: 90,
      frames: 48,
      fps: 24,
      duration_s: 2,
    })
  })

  test('that a phone turned is measured as it is shown', async () => {
    await writeClip({ path: at('phone.mp4'), width: 160, height: 90, frames: 3, turned90: true })
    expect(await probeMedia(at('phone.mp4'))).toMatchObject({ width: 90, height: 160, frames: 3 })
  })

  test('may be WebM', async () => {
    const path = at('clip.webm')
    await writeClip({ path, width: 160, height: 90, frames: 24, container: 'webm' })
    const found = await probeMedia(path)
    expect(found).toMatchObject({ media_type: 'video/webm', width: 160, frames: 24, fps: 24 })
    expect(found.duration_s).toBeCloseTo(1, 2)
  })

  test.each([0.3, 0.6, 0.95])('that ends after %d of its bytes is refused', async (part) => {
    const whole = await readFile(at('clip.mp4'))
    const cut = whole.subarray(0, Math.floor(whole.length * part))
    await expect(probeBytes('cut.mp4', cut)).rejects.toThrow(/^This video is .+\.$/)
  })

  test('whose last byte is missing is refused', async () => {
    const whole = await readFile(at('clip.mp4'))
    await expect(probeBytes('almost.mp4', whole.subarray(0, -1))).rejects.toThrow(
      'This video is cut off: its end is missing.',
    )
  })

  test('that is only a name box is refused', async () => {
    const whole = await readFile(at('clip.mp4'))
    await expect(probeBytes('head.mp4', whole.subarray(0, 40))).rejects.toThrow(
      'This video has no picture in it.',
    )
  })
})

describe('a picture', () => {
  test.each(['png', 'jpeg', 'webp', 'avif'] as const)('may be %s', async (format) => {
    const bytes = await picture(60, 40).toFormat(format).toBuffer()
    expect(await probeBytes(`named-wrongly.txt`, bytes)).toEqual({
      medium: 'image',
      media_type: `image/${format}`,
      width: 60,
      height: 40,
    })
  })

  test('that a camera turned is measured as it is shown', async () => {
    const bytes = await picture(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await probeBytes('turned.jpg', bytes)).toMatchObject({ width: 40, height: 60 })
  })

  test.each(['png', 'jpeg', 'webp'] as const)('cut off as %s is refused', async (format) => {
    const whole = await picture(400, 300).toFormat(format).toBuffer()
    const half = whole.subarray(0, whole.length / 2)
    await expect(probeBytes('half', half)).rejects.toThrow('This picture is damaged or incomplete.')
  })

  test('of more than 64 million pixels is refused before it is decoded', async () => {
    const bytes = await sharp({
      create: { width: 9000, height: 8000, channels: 3, background: 'red' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 1 })
      .toBuffer()
    await expect(probeBytes('huge.png', bytes)).rejects.toThrow(
      'This picture has more than 64 million pixels.',
    )
  })
})

describe('a file of another kind', () => {
  test.each([
    ['page.png', '<!doctype html><script>alert(1)</script>'],
    ['drawing.png', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['list.mp4', '#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/secret.ts\n'],
    ['empty.jpg', ''],
  ])('%s is refused whatever its name', async (name, bytes) => {
    await expect(probeBytes(name, bytes)).rejects.toThrow(
      /pictures may be JPEG, PNG, WebP or AVIF, videos MP4, MOV or WebM\.$/,
    )
  })

  test('is named when it is known', async () => {
    await expect(probeBytes('a.png', await picture(4, 4).gif().toBuffer())).rejects.toThrow(
      /^GIF files are not taken/,
    )
  })
})
