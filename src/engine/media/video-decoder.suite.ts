import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barCodedFrame } from './bar-coded-frame.ts'
import { writeForeignVideo } from './foreign-video.fixture.ts'
import type { ForeignVideo } from './foreign-video.fixture.ts'
import type { MediaBackend } from './media-backend.ts'

const lossless = { settings: { qp: '0', preset: 'ultrafast' } }
const losslessHevc = { 'x265-params': 'lossless=1:bframes=0:log-level=none' }
/** x265 gives a clip of one picture no right time. */
const thrice = <T>(picture: T) => [picture, picture, picture]
const worst = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((most, value, index) => Math.max(most, Math.abs(value - b[index]!)), 0)

/** Four quarters of flat colour as planes (Y, U, V of each), `shift` times subsampled chroma. */
function quarters(colours: number[][], width: number, height: number, shift: 0 | 1, depth = 8) {
  const at8 = (plane: number, w: number, h: number) =>
    Array.from({ length: w * h }, (_, index) => {
      const [x, y] = [index % w, Math.floor(index / w)]
      return colours[(y * 2 < h ? 0 : 2) + (x * 2 < w ? 0 : 1)]![plane]!
    })
  const [cw, ch] = [Math.ceil(width / (1 + shift)), Math.ceil(height / (1 + shift))]
  const all = [...at8(0, width, height), ...at8(1, cw, ch), ...at8(2, cw, ch)]
  if (depth === 8) return Uint8Array.from(all)
  return new Uint8Array(Uint16Array.from(all, (value) => value * 2 ** (depth - 8)).buffer)
}

type Weights = { red: number; blue: number }
const bt709 = { red: 0.2126, blue: 0.0722 }
const bt601 = { red: 0.299, blue: 0.114 }
const bt2020 = { red: 0.2627, blue: 0.0593 }
const rgbColours = [
  [200, 40, 60],
  [30, 160, 90],
  [50, 70, 220],
  [180, 180, 180],
]

/** By the definitions of ITU-R BT.601, BT.709 and BT.2020, not by FFmpeg. */
function yuvOf([r, g, b]: number[], { red, blue }: Weights, full = false) {
  const luma = red * r! + (1 - red - blue) * g! + blue * b!
  const [cb, cr] = [(b! - luma) / (2 - 2 * blue), (r! - luma) / (2 - 2 * red)]
  if (full) return [luma, 128 + cb, 128 + cr].map(Math.round)
  return [16 + (luma * 219) / 255, 128 + (cb * 224) / 255, 128 + (cr * 224) / 255].map(Math.round)
}
const inMatrix = (weights: Weights, full?: boolean) =>
  rgbColours.map((colour) => yuvOf(colour, weights, full))

/** The middle of each quarter, away from edges. */
function middles(i420: Uint8Array, width: number, height: number) {
  const [cw, ch] = [width / 2, height / 2]
  return [
    [1, 1],
    [3, 1],
    [1, 3],
    [3, 3],
  ].map(([x, y]) => {
    const luma = i420[Math.floor((y! * height) / 4) * width + Math.floor((x! * width) / 4)]!
    const chroma = Math.floor((y! * ch) / 4) * cw + Math.floor((x! * cw) / 4)
    const [u, v] = [width * height + chroma, width * height + cw * ch + chroma]
    return [luma, i420[u]!, i420[v]!]
  })
}

function expectColours(found: number[][], wanted: number[][], within = 1) {
  for (const [place, colour] of wanted.entries()) {
    expect(worst(Uint8Array.from(found[place]!), Uint8Array.from(colour))).toBeLessThanOrEqual(
      within,
    )
  }
}

/** SMPTE ST 2084. */
const pq = (nit: number) => {
  const power = (nit / 10000) ** 0.1593017578125
  return ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375
}

/** What any decoder must show. */
export function videoDecoderSuite(backend: MediaBackend): void {
  let folder: string
  const at = (name: string) => join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dailies-decoder-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function readAll(path: string) {
    const decoder = await backend.openVideoDecoder(path)
    const pictures: Uint8Array[] = []
    for (let next; (next = await decoder.read());) pictures.push(next)
    await decoder.close()
    const { width, height, frames, rate } = decoder
    return { width, height, frames, rate, pictures }
  }

  async function foreign(name: string, video: Omit<ForeignVideo, 'path'>) {
    await writeForeignVideo({ ...video, path: at(name) })
    return readAll(at(name))
  }

  describe('the pictures of our own clip', () => {
    test('come in order, all of them, at exactly 24 a second', async () => {
      const path = at('own.mp4')
      const size = { width: 162, height: 90 }
      const rate = { num: 24, den: 1 }
      const encoder = await backend.openVideoEncoder({
        path,
        ...size,
        rate,
        keyInterval: 12,
        crf: 1,
      })
      for (let index = 0; index < 30; index++) await encoder.write(barCodedFrame(index, 162, 90))
      await encoder.close()
      const { pictures, ...facts } = await readAll(path)
      expect(facts).toEqual({ ...size, rate, frames: 30 })
      expect(pictures).toHaveLength(30)
      for (const [index, picture] of pictures.entries()) {
        expect(worst(picture, barCodedFrame(index, 162, 90))).toBeLessThanOrEqual(4)
      }
    })

    test('pass to the bit: not a value of a lossless clip is touched', async () => {
      const pictures = [0, 1, 2].map((seed) =>
        Uint8Array.from(
          { length: 1.5 * 64 * 48 },
          (_, place) => 16 + ((place * 31 + seed * 7) % 220),
        ),
      )
      const video = { pix_fmt: 'yuv420p', width: 64, height: 48, matrix: 1, range: 1, ...lossless }
      expect((await foreign('lossless.mp4', { ...video, pictures })).pictures).toEqual(
        pictures.map((picture) => Buffer.from(picture)),
      )
    })

    test('at 29.97 a second are counted in thousandths and one', async () => {
      const path = at('ntsc.mp4')
      const rate = { num: 30000, den: 1001 }
      const encoder = await backend.openVideoEncoder({
        path,
        width: 64,
        height: 48,
        rate,
        keyInterval: 12,
      })
      for (let index = 0; index < 20; index++) await encoder.write(barCodedFrame(index, 64, 48))
      await encoder.close()
      expect(await readAll(path)).toMatchObject({ rate, frames: 20 })
    })
  })

  describe('colours come out the same', () => {
    const [width, height] = [64, 48]
    const size = { width, height }
    test.each([
      ['BT.601, limited range', 'yuv420p', 6, 1, bt601, 1],
      ['BT.601, full range', 'yuvj420p', 5, 2, bt601, 1],
      ['BT.709, full range', 'yuv420p', 1, 2, bt709, 1],
      ['BT.709, 4:4:4', 'yuv444p', 1, 1, bt709, 0],
      ['a file silent about its matrix', 'yuv420p', 2, 0, bt601, 1],
    ] as const)('from %s', async (name, pix_fmt, matrix, range, weights, shift) => {
      const stored = quarters(inMatrix(weights, range === 2), width, height, shift)
      const codec = { ...size, pix_fmt, matrix, range, ...lossless }
      const { pictures } = await foreign(`${name}.mp4`, { ...codec, pictures: [stored] })
      expectColours(middles(pictures[0]!, width, height), inMatrix(bt709), 2)
    })

    test('from ten bits', async () => {
      const stored = quarters(inMatrix(bt709), width, height, 1, 10)
      const video = { ...size, pix_fmt: 'yuv420p10le', codec: 'libx265', matrix: 1, range: 1 }
      const settings = losslessHevc
      const { pictures } = await foreign('ten.mp4', {
        ...video,
        settings,
        pictures: thrice(stored),
      })
      expectColours(middles(pictures[0]!, width, height), inMatrix(bt709))
    })

    test('from stored red, green and blue', async () => {
      const gbr = rgbColours.map(([r, g, b]) => [g!, b!, r!])
      const video = { ...size, pix_fmt: 'gbrp', codec: 'libx264rgb', matrix: 0, range: 2 }
      const stored = quarters(gbr, width, height, 0)
      const packed = Uint8Array.from({ length: stored.length }, (_, place) => {
        const [pixel, channel] = [Math.floor(place / 3), place % 3]
        return stored[[2, 0, 1][channel]! * width * height + pixel]!
      })
      const settings = lossless.settings
      const rgb = { ...video, pix_fmt: 'rgb24', settings, pictures: [packed] }
      const { pictures } = await foreign('rgb.mp4', rgb)
      expectColours(middles(pictures[0]!, width, height), inMatrix(bt709))
    })

    test('of an HDR source stay in range, in order of light, and grey stays grey', async () => {
      const greys = [1, 50, 203, 1000].map((nit) => {
        const value = pq(nit) * 255
        return yuvOf([value, value, value], bt2020)
      })
      const tags = { matrix: 9, transfer: 16, primaries: 9, range: 1 }
      const video = { ...size, pix_fmt: 'yuv420p10le', codec: 'libx265', ...tags }
      const settings = losslessHevc
      const pictures = thrice(quarters(greys, width, height, 1, 10))
      const shown = await foreign('pq.mp4', { ...video, settings, pictures })
      const found = middles(shown.pictures[0]!, width, height)
      const lumas = found.map(([luma]) => luma!)
      expect(lumas).toEqual(lumas.toSorted((a, b) => a - b))
      expect(lumas[0]).toBeLessThan(50)
      expect(lumas[1]).toBeGreaterThan(90)
      expect(lumas[2]).toBeGreaterThan(170)
      expect(lumas[3]).toBeLessThanOrEqual(235)
      for (const [, u, v] of found) expect([u, v]).toEqual([128, 128])
    })
  })

  describe('the size as shown', () => {
    const [width, height] = [64, 48]
    const stored = quarters(inMatrix(bt709), width, height, 1)
    const plain = { pix_fmt: 'yuv420p', width, height, matrix: 1, range: 1, ...lossless }
    const turned = (order: number[]) => order.map((place) => inMatrix(bt709)[place]!)

    test.each([
      ['a quarter to the right', [0, 1, -1, 0], [48, 64], [2, 0, 3, 1]],
      ['a quarter to the left', [0, -1, 1, 0], [48, 64], [1, 3, 0, 2]],
      ['upside down', [-1, 0, 0, -1], [64, 48], [3, 2, 1, 0]],
      ['mirrored', [-1, 0, 0, 1], [64, 48], [1, 0, 3, 2]],
    ] as const)('of a phone video turned %s', async (name, matrix, [w, h], order) => {
      const video = {
        ...plain,
        pictures: [stored],
        turned: [...matrix] as [number, number, number, number],
      }
      const shown = await foreign(`${name}.mp4`, video)
      expect([shown.width, shown.height]).toEqual([w, h])
      expectColours(middles(shown.pictures[0]!, w, h), turned([...order]), 0)
    })

    test('is even where the stored one is odd', async () => {
      const odd = { pix_fmt: 'yuv444p', width: 321, height: 181, matrix: 1, range: 1, ...lossless }
      const pictures = [quarters(inMatrix(bt709), 321, 181, 0)]
      const shown = await foreign('odd.mp4', { ...odd, pictures })
      expect([shown.width, shown.height, shown.pictures[0]!.length]).toEqual([320, 180, 86400])
      expectColours(middles(shown.pictures[0]!, 320, 180), inMatrix(bt709))
    })

    test('has square pixels where the stored ones are wide', async () => {
      const pixelShape = { num: 4, den: 3 }
      const shown = await foreign('wide.mp4', { ...plain, pixelShape, pictures: [stored] })
      expect([shown.width, shown.height]).toEqual([84, 48])
      expectColours(middles(shown.pictures[0]!, 84, 48), inMatrix(bt709))
    })
  })

  test('a video that is stored in another order than shown is read in the order of showing', async () => {
    const pictures = Array.from({ length: 20 }, (_, index) => barCodedFrame(index, 64, 48))
    const video = { pix_fmt: 'yuv420p', width: 64, height: 48, matrix: 1, range: 1, pictures }
    const settings = { g: '8', bf: '3', qp: '4' }
    const shown = await foreign('reordered.mp4', { ...video, settings })
    expect(shown).toMatchObject({ frames: 20, rate: { num: 24, den: 1 } })
    for (const [index, picture] of shown.pictures.entries()) {
      expect(worst(picture, pictures[index]!)).toBeLessThanOrEqual(16)
    }
    for (const index of [2, 9, 15, 16, 19]) {
      const { rgb } = await backend.readFrame(at('reordered.mp4'), index)
      const bits = Array.from({ length: 8 }, (_, bit) => (rgb[(4 + bit * 8) * 3]! > 128 ? 1 : 0))
      expect(bits.reduce<number>((sum, bit, place) => sum + bit * 2 ** place, 0)).toBe(index)
    }
  })

  test('a video of irregular rhythm gives every picture once, in order, at its mean rate', async () => {
    const steps = Array.from({ length: 24 }, (_, index) => (index % 3 ? 20 : 60))
    const starts = steps.map((_, index) => steps.slice(0, index).reduce((a, b) => a + b, 0))
    const pictures = starts.map((_, index) => barCodedFrame(index, 64, 48))
    const video = { pix_fmt: 'yuv420p', width: 64, height: 48, matrix: 1, range: 1, ...lossless }
    const shown = await foreign('irregular.mp4', { ...video, starts, pictures })
    expect(shown.frames).toBe(24)
    expect(shown.pictures.map((picture) => worst(picture, barCodedFrame(0, 64, 48)) > 0)).toEqual(
      pictures.map((_, index) => index > 0),
    )
    expect(shown.pictures).toEqual(pictures.map((picture) => Buffer.from(picture)))
    expect(shown.rate.num / shown.rate.den).toBeCloseTo(24 / ((8 * 100 - 20 + 25) / 600), 1)
  })
}
