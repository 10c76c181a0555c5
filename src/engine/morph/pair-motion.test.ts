import sharp from 'sharp'
import { expect, test } from 'vitest'
import { naturalPicture, type Place } from '../natural-picture.fixture.ts'
import { pairMotion, pyramidOf } from './pair-motion.ts'

const wide = { width: 1280, height: 720 }
const size = { width: 640, height: 360 }
type Window = { left: number; top: number; width: number; gain?: number }

/** The structure of a window (16 : 9) of a photograph. */
async function seen(place: Place, { left, top, width, gain = 1 }: Window) {
  const rgb = await naturalPicture(place, wide)
  const height = (width * 9) / 16
  const raw = { raw: { ...wide, channels: 3 as const } }
  const luma = await sharp(rgb, raw)
    .extract({ left, top, width, height })
    .resize({ ...size, fit: 'fill', kernel: 'lanczos3' })
    .linear(gain, 0)
    .greyscale()
    .raw()
    .toBuffer()
  return pyramidOf(luma, size)
}

/** What the camera did from one window to the other, as the estimate says it. */
function truth(a: Window, b: Window) {
  const scale = a.width / b.width
  const k = 2 / (1 + scale)
  const x = (a.left + a.width / 2 - b.left - b.width / 2) / b.width
  const y = (a.top + (a.width * 9) / 32 - b.top - (b.width * 9) / 32) / b.width
  return { x: x * k, y: y * k, zoom: (scale - 1) * k }
}

const cases: [string, Place, Window, Window][] = [
  ['a shift', 'forest', { left: 200, top: 150, width: 800 }, { left: 280, top: 170, width: 800 }],
  ['a zoom', 'city', { left: 100, top: 60, width: 960 }, { left: 200, top: 120, width: 800 }],
  [
    'a far shift',
    'bridge',
    { left: 100, top: 100, width: 800 },
    { left: 340, top: 200, width: 800 },
  ],
  [
    'nightfall',
    'lobby',
    { left: 200, top: 150, width: 800 },
    { left: 240, top: 170, width: 800, gain: 0.4 },
  ],
]

test.each(cases)('%s of the camera is recovered to a pixel of 1280', async (_, place, a, b) => {
  const { kind, motion } = pairMotion(await seen(place, a), await seen(place, b))
  const { x, y, zoom } = truth(a, b)
  expect(kind).not.toBe('none')
  expect(Math.abs(motion.x - x) * 1280).toBeLessThan(1)
  expect(Math.abs(motion.y - y) * 1280).toBeLessThan(1)
  expect(Math.abs(motion.zoom - zoom) * 640).toBeLessThan(1)
})

test('pictures of different places are told to be unlike', async () => {
  const whole = { left: 0, top: 0, width: 1280 }
  const places = ['forest', 'city', 'dawn', 'night', 'park', 'sunset'] as const
  const pictures = await Promise.all(places.map((place) => seen(place, whole)))
  for (const [n, first] of pictures.entries()) {
    for (const second of pictures.slice(n + 1)) {
      const { kind, likeness } = pairMotion(first, second)
      expect(kind).toBe('none')
      expect(likeness.camera).toBeLessThan(0.4)
    }
  }
})

test('a thing that moves by itself is followed', async () => {
  const rgb = await naturalPicture('city', size)
  const thing = await sharp(await naturalPicture('forest', size), { raw: { ...size, channels: 3 } })
    .extract({ left: 200, top: 100, width: 160, height: 140 })
    .png()
    .toBuffer()
  const withThing = async (left: number) => {
    const luma = await sharp(rgb, { raw: { ...size, channels: 3 } })
      .composite([{ input: thing, left, top: 120 }])
      .greyscale()
      .raw()
      .toBuffer()
    return pyramidOf(luma, size)
  }
  const { kind, flow } = pairMotion(await withThing(240), await withThing(264))
  expect(kind).toBe('flow')
  const at = (x: number, y: number) =>
    flow!.x[Math.round(y / 4) * flow!.width + Math.round(x / 4)]! * 4
  expect(at(332, 190)).toBeCloseTo(24, -1)
  expect(Math.abs(at(60, 300))).toBeLessThan(2)
})
