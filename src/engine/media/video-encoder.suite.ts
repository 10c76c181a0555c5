import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barCodedFrame } from './bar-coded-frame.ts'
import { boxOrder } from './box-order.ts'
import type { MediaBackend } from './media-backend.ts'
import { probe } from './probe.ts'

const width = 322
const height = 182
const frames = 120
function psnr(rgb: Uint8Array, i420: Uint8Array) {
  let sum = 0
  for (let pixel = 0; pixel < width * height; pixel++) {
    const grey = ((i420[pixel]! - 16) * 255) / 219
    for (let channel = 0; channel < 3; channel++) sum += (rgb[pixel * 3 + channel]! - grey) ** 2
  }
  return 10 * Math.log10(255 ** 2 / (sum / (width * height * 3)))
}

/** What any encoder, and the reading of single frames, must show. */
export function videoEncoderSuite(backend: MediaBackend): void {
  let folder: string
  let clip: string
  const at = (name: string) => join(folder, name)
  const options = (name: string) => ({
    path: at(name),
    width,
    height,
    rate: { num: 24, den: 1 },
    keyInterval: 12,
  })

  async function probedVideo(path: string) {
    const found = await probe(path, backend)
    if (found.kind !== 'video') throw new Error('not a video')
    return found
  }

  async function setsOf(name: string, crf: number) {
    const encoder = await backend.openVideoEncoder({ ...options(name), crf })
    for (let index = 0; index < 3; index++) {
      await encoder.write(barCodedFrame(index, width, height))
    }
    await encoder.close()
    const bytes = await readFile(at(name))
    const box = bytes.indexOf('avcC') - 4
    return bytes.subarray(box, box + bytes.readUInt32BE(box)).toString('hex')
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dailies-encoder-'))
    clip = at('clip.mp4')
    const metadata = { title: 'A lake', comment: "made by Dailies' local engine" }
    const encoder = await backend.openVideoEncoder({ ...options('clip.mp4'), metadata })
    const reused = new Uint8Array(new SharedArrayBuffer((width * height * 3) / 2))
    for (let index = 0; index < frames; index++) {
      reused.set(barCodedFrame(index, width, height))
      await encoder.write(reused)
    }
    await encoder.close()
  })
  afterAll(() => rm(folder, { recursive: true }))

  describe('a finished clip', () => {
    test('has every frame that was written and lasts exactly five seconds', async () => {
      const { frames: counted, fps, duration_s } = await probedVideo(clip)
      expect({ counted, fps, duration_s }).toEqual({ counted: 120, fps: 24, duration_s: 5 })
    })

    test('has a key frame every twelve frames and nowhere else', async () => {
      const every12 = Array.from({ length: 10 }, (_, group) => group * 12)
      expect((await probedVideo(clip)).key_frames).toEqual(every12)
    })

    test('has further key frames where they are asked for', async () => {
      const encoder = await backend.openVideoEncoder({
        ...options('keyed.mp4'),
        keyFrames: [5, 17, 23],
      })
      for (let index = 0; index < 24; index++) {
        await encoder.write(barCodedFrame(index, width, height))
      }
      await encoder.close()
      expect((await probedVideo(at('keyed.mp4'))).key_frames).toEqual([0, 5, 17, 23])
    })

    test('has the same parameter sets at any quality, so that clips are joined as they are', async () => {
      expect(await setsOf('fine.mp4', 8)).toBe(await setsOf('coarse.mp4', 30))
    })

    test('is eight-bit 4:2:0 H.264 of the size that was asked for', async () => {
      expect(await probedVideo(clip)).toMatchObject({
        media_type: 'video/mp4',
        codec: 'h264',
        width,
        height,
        pix_fmt: 'yuv420p',
        bit_depth: 8,
      })
    })

    test('says BT.709, limited range, in the colr box', async () => {
      const bytes = await readFile(clip)
      const colr = bytes.indexOf('colrnclx')
      expect([...bytes.subarray(colr + 8, colr + 15)]).toEqual([0, 1, 0, 1, 0, 1, 0])
    })

    test('says the same in the stream when the colr box is gone', async () => {
      const bytes = await readFile(clip)
      bytes.write('free', bytes.indexOf('colrnclx'), 'latin1')
      await writeFile(at('no-colr.mp4'), bytes)
      const bt709 = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', range: 'tv' }
      expect((await probedVideo(clip)).color).toEqual(bt709)
      expect((await probedVideo(at('no-colr.mp4'))).color).toEqual(bt709)
    })

    test('can start to play before all of it has arrived', async () => {
      const boxes = await boxOrder(clip)
      expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'))
      expect((await probedVideo(clip)).faststart).toBe(true)
    })

    test('shows pictures in the order they are stored, from time zero', async () => {
      const bytes = await readFile(clip)
      expect(bytes.includes('ctts')).toBe(false)
      const list = bytes.indexOf('elst')
      const [mediaTimeAt, expected] = [list + 4 + 4 + 4 + 4, 0]
      if (list > 0) expect(bytes.readInt32BE(mediaTimeAt)).toBe(expected)
    })

    test('carries its title and who made it', async () => {
      const bytes = await readFile(clip)
      expect(bytes.includes('A lake')).toBe(true)
      expect(bytes.includes("made by Dailies' local engine")).toBe(true)
    })

    test.each([0, 1, 11, 12, 77, 119])('shows frame %i exactly there', async (index) => {
      const { rgb } = await backend.readFrame(clip, index)
      expect(psnr(rgb, barCodedFrame(index, width, height))).toBeGreaterThan(38)
      expect(psnr(rgb, barCodedFrame(index ^ 1, width, height))).toBeLessThan(20)
    })

    test('is the same to the byte when it is made again', async () => {
      for (const name of ['once.mp4', 'again.mp4']) {
        const encoder = await backend.openVideoEncoder(options(name))
        for (let index = 0; index < 30; index++) {
          await encoder.write(barCodedFrame(index, width, height))
        }
        await encoder.close()
      }
      expect(await readFile(at('once.mp4'))).toEqual(await readFile(at('again.mp4')))
    })
  })

  describe('a decoded frame', () => {
    test('is scaled down to fit the longest side', async () => {
      const small = await backend.readFrame(clip, 5, 161)
      expect([small.width, small.height, small.rgb.length]).toEqual([161, 91, 161 * 91 * 3])
    })

    test('that does not exist is named', async () => {
      await expect(backend.readFrame(clip, 120)).rejects.toThrow(
        'frame 120 does not exist: the video has 120 frames',
      )
    })
  })

  describe('an encoder', () => {
    test.each([
      ['width', { width: 321 }],
      ['height', { height: 181 }],
    ])('names an odd %s', async (field, odd) => {
      await expect(backend.openVideoEncoder({ ...options('odd.mp4'), ...odd })).rejects.toThrow(
        `${field} must be even`,
      )
      expect(existsSync(at('odd.mp4'))).toBe(false)
    })

    test('names a key interval that is not a whole number', async () => {
      await expect(
        backend.openVideoEncoder({ ...options('k.mp4'), keyInterval: 0 }),
      ).rejects.toThrow('keyInterval must be a whole number above 0, not 0')
    })

    test('refuses a picture of another length and goes on', async () => {
      const encoder = await backend.openVideoEncoder(options('length.mp4'))
      await expect(encoder.write(new Uint8Array(10))).rejects.toThrow('i420 must hold 87906 bytes')
      await encoder.write(barCodedFrame(0, width, height))
      await encoder.close()
      expect((await probedVideo(at('length.mp4'))).frames).toBe(1)
    })

    test('leaves no file behind when it is aborted in mid-write', async () => {
      const encoder = await backend.openVideoEncoder(options('aborted.mp4'))
      for (let index = 0; index < 40; index++) {
        void encoder.write(barCodedFrame(index, width, height))
      }
      await encoder.abort()
      expect(existsSync(at('aborted.mp4'))).toBe(false)
      await expect(encoder.write(barCodedFrame(0, width, height))).rejects.toThrow('finished')
    })

    test('leaves no file behind when nothing was written', async () => {
      const encoder = await backend.openVideoEncoder(options('empty.mp4'))
      await expect(encoder.close()).rejects.toThrow('at least one frame')
      expect(existsSync(at('empty.mp4'))).toBe(false)
    })

    test('says which file could not be created', async () => {
      const lost = at('no/such/folder.mp4')
      await expect(backend.openVideoEncoder({ ...options(''), path: lost })).rejects.toThrow(
        `Failed creating ${lost}: No such file or directory`,
      )
    })

    test('keeps a finished file when it is aborted afterwards', async () => {
      const encoder = await backend.openVideoEncoder(options('kept.mp4'))
      await encoder.write(barCodedFrame(0, width, height))
      await encoder.close()
      await encoder.abort()
      expect((await probedVideo(at('kept.mp4'))).duration_s).toBeCloseTo(1 / 24, 9)
    })
  })
}
