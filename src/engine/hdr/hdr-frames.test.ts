import { expect, test } from 'vitest'
import { halfOf } from './half.ts'
import { openHdrFrames } from './hdr-frames.ts'
import { nitOf, pqOf } from './pq.ts'
import { apply, bt2020, matrixBetween, rec709 } from './primaries.ts'

const width = 64
const height = 48
const pixels = width * height
type Rgb = readonly [number, number, number]

/** A patch of 16 × 16 in the middle of a plain ground; light in cd/m². */
const patchOn = (patch: Rgb, ground: Rgb) =>
  Uint16Array.from({ length: pixels * 4 }, (_, i) => {
    const [x, y] = [(i >> 2) % width, Math.floor((i >> 2) / width)]
    const isInside = x >= 24 && x < 40 && y >= 16 && y < 32
    return halfOf(((isInside ? patch : ground)[(i & 3) as 0 | 1 | 2] ?? 0) / 203)
  })

function signalAt(planes: Uint8Array, x: number, y: number): Rgb {
  const codes = new Uint16Array(planes.slice().buffer)
  const c = pixels + (y >> 1) * (width / 2) + (x >> 1)
  const luma = (codes[y * width + x]! - 64) / 876
  const red = luma + (1.4746 * (codes[c + pixels / 4]! - 512)) / 896
  const blue = luma + (1.8814 * (codes[c]! - 512)) / 896
  return [red, (luma - 0.2627 * red - 0.0593 * blue) / 0.678, blue]
}

test('a white patch of 900 on a ground of 10 cd/m² is measured as just that', async () => {
  const frames = await openHdrFrames({ width, height })
  const { mostNit, meanNit } = frames.ofLight(patchOn([900, 900, 900], [10, 10, 10]))
  expect(Math.abs(mostNit / 900 - 1)).toBeLessThan(0.001)
  expect(Math.abs(meanNit / (10 + (890 * 256) / pixels) - 1)).toBeLessThan(0.001)
})

test.each<[string, Rgb]>([
  ['white', [203, 203, 203]],
  ['a dark grey', [0.4, 0.4, 0.4]],
  ['pure red of BT.709', [400, 0, 0]],
  ['a bright orange', [900, 400, 60]],
  ['a deep blue', [1, 2, 30]],
])('%s is coded as BT.2020 PQ to within a code', async (_, colour) => {
  const frames = await openHdrFrames({ width, height })
  const { planes } = frames.ofLight(patchOn(colour, colour))
  const known = apply(matrixBetween(rec709, bt2020), colour).map((v) => pqOf(v))
  signalAt(planes, 30, 20).forEach((v, i) => {
    expect(Math.abs(v - known[i]!) * 876).toBeLessThan(known[i]! < 0.01 ? 8 : 3)
  })
})

test('a slow slope of light has no step wider than the dither hides', async () => {
  const slope = Uint16Array.from({ length: pixels * 4 }, (_, i) =>
    halfOf(0.2 + (((i >> 2) % width) / width) * 0.002),
  )
  const frames = await openHdrFrames({ width, height })
  const luma = new Uint16Array(frames.ofLight(slope).planes.slice().buffer).subarray(0, pixels)
  const columns = Array.from({ length: width }, (_, x) => {
    let sum = 0
    for (let y = 0; y < height; y++) sum += luma[y * width + x]!
    return sum / height
  })
  const known = columns.map((_, x) => 64 + 876 * pqOf((0.2 + (x / width) * 0.002) * 203))
  columns.forEach((v, x) => expect(Math.abs(v - known[x]!)).toBeLessThan(0.35))
})

test('an eight-bit white is lifted to 1.6 times diffuse white, a grey stays', async () => {
  const picture = new Uint8Array(pixels * 1.5).fill(128)
  const frames = await openHdrFrames({ width, height })
  const at = (code: number) => {
    picture.fill(code, 0, pixels)
    return frames.ofPicture(picture).mostNit
  }
  expect(at(235) / (203 * 1.6)).toBeCloseTo(1, 2)
  const grey = (((110 - 16) / 219 + 0.055) / 1.055) ** 2.4 * 203
  expect(Math.abs(at(110) / grey - 1)).toBeLessThan(0.02)
  expect(nitOf(signalAt(frames.ofPicture(picture).planes, 9, 9)[0]) / grey).toBeCloseTo(1, 1)
})
