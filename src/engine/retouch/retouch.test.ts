import { afterAll, describe, expect, test } from 'vitest'
import { FramePool } from '../frames/frame-pool.ts'
import { naturalPicture } from '../natural-picture.fixture.ts'
import { labOf } from '../reading/oklab.ts'
import { readScene } from '../reading/read-scene.ts'
import { planSteps } from './plan-steps.ts'
import { openMaker } from './retouch-maker.ts'
import { retouch } from './retouch.ts'
import { haloOf } from './step.ts'
import type { Wishes } from './wishes.ts'

const size = { width: 241, height: 161 }
const pool = new FramePool(1)
afterAll(() => pool.close())
const never = new AbortController().signal

type Place = Parameters<typeof naturalPicture>[0]
const readings = new Map<Place, ReturnType<typeof readScene>>()

async function edit(place: Place, wishes: Partial<Wishes>, signal = never) {
  const before = { ...size, rgb: await naturalPicture(place, size) }
  const reading = readings.get(place) ?? readScene(before)
  readings.set(place, reading)
  const after = { ...size, rgb: before.rgb.slice() }
  const { steps, masks } = planSteps(before, reading, { colours: [], styles: [], ...wishes }, 7)
  await retouch(pool, after, steps, masks, signal)
  return { before, after, reading, lab: labOf(after.rgb), labBefore: labOf(before.rgb) }
}

/** Mean of Oklab over the pixels that are taken. */
function mean(lab: Float32Array, takes: (x: number, y: number) => boolean = () => true) {
  const sum = [0, 0, 0]
  let n = 0
  for (let p = 0; p < lab.length / 3; p++) {
    if (!takes(p % size.width, Math.floor(p / size.width))) continue
    n += 1
    sum.forEach((_, k) => (sum[k] = sum[k]! + lab[p * 3 + k]!))
  }
  const [l = 0, a = 0, b = 0] = sum.map((v) => v / n)
  return { l, a, b }
}
const top = (_: number, y: number) => y < 50
const bottom = (_: number, y: number) => y > 100

function detail(lab: Float32Array): number {
  let sum = 0
  for (let p = 3; p < lab.length; p += 3) sum += Math.abs(lab[p]! - lab[p - 3]!)
  return sum / lab.length
}

describe('an hour', () => {
  test('of night darkens sky and ground', async () => {
    const { lab, labBefore } = await edit('park', { time: 'night' })
    expect(mean(lab, top).l).toBeLessThan(mean(labBefore, top).l - 0.15)
    expect(mean(lab, bottom).l).toBeLessThan(0.4)
  })

  test('of gold warms the ground', async () => {
    const { lab, labBefore } = await edit('city', { time: 'golden_hour' })
    expect(mean(lab, bottom).b).toBeGreaterThan(mean(labBefore, bottom).b + 0.015)
  })
})

describe('a season', () => {
  test('of autumn turns green leaves orange', async () => {
    const { lab, labBefore } = await edit('park', { season: 'autumn' })
    expect(mean(labBefore, bottom).a).toBeLessThan(-0.04)
    expect(mean(lab, bottom).a).toBeGreaterThan(0.01)
    expect(mean(lab, bottom).b).toBeGreaterThan(0.05)
  })

  test('of winter lays snow on the ground and leaves the sky', async () => {
    const { lab, labBefore } = await edit('park', { season: 'winter' })
    expect(mean(lab, bottom).l).toBeGreaterThan(0.85)
    expect(mean(lab, top).l).toBeCloseTo(mean(labBefore, top).l, 1)
  })
})

function spread(of: Float32Array, y0: number, y1: number): number {
  const { l } = mean(of, (_, y) => y >= y0 && y < y1)
  let sum = 0
  for (let p = y0 * size.width; p < y1 * size.width; p++) sum += (of[p * 3]! - l) ** 2
  return Math.sqrt(sum / ((y1 - y0) * size.width))
}

test('fog takes contrast from far away and less from near by', async () => {
  const { lab, labBefore } = await edit('city', { weather: 'fog' })
  const far = spread(lab, 55, 85) / spread(labBefore, 55, 85)
  const near = spread(lab, 125, 161) / spread(labBefore, 125, 161)
  expect(far).toBeLessThan(0.6)
  expect(near).toBeGreaterThan(far + 0.1)
})

test('blur takes detail away and sharpening adds it', async () => {
  const soft = await edit('city', { blur: { radius: 0.015, part: 'all' } })
  expect(detail(soft.lab)).toBeLessThan(detail(soft.labBefore) * 0.6)
  const sharp = await edit('city', { sharpen: { amount: 1, part: 'all' } })
  expect(detail(sharp.lab)).toBeGreaterThan(detail(sharp.labBefore) * 1.15)
})

test('manga is grey and holds black, white and tones between', async () => {
  const { after, lab } = await edit('sunset', { styles: ['manga'] })
  let chroma = 0
  for (let p = 0; p < lab.length; p += 3) chroma += Math.hypot(lab[p + 1]!, lab[p + 2]!)
  expect(chroma / (lab.length / 3)).toBeLessThan(0.02)
  expect(after.rgb.filter((v) => v < 40).length).toBeGreaterThan(after.rgb.length * 0.02)
  expect(after.rgb.filter((v) => v > 220).length).toBeGreaterThan(after.rgb.length * 0.1)
})

test('wishes add up: a warm snowy night is dark, white below and less blue', async () => {
  const cold = await edit('park', { time: 'night', season: 'winter' })
  const warm = await edit('park', { time: 'night', season: 'winter', warmth: 0.6 })
  const summer = await edit('park', { time: 'night' })
  expect(mean(warm.lab, top).l).toBeLessThan(0.5)
  expect(mean(warm.lab, bottom).b).toBeGreaterThan(mean(cold.lab, bottom).b + 0.01)
  expect(Math.abs(mean(cold.lab, bottom).a)).toBeLessThan(
    Math.abs(mean(summer.lab, bottom).a) + 0.01,
  )
})

test('no wish changes no byte', async () => {
  const { before, after } = await edit('night', {})
  expect(after.rgb).toEqual(before.rgb)
})

test('the height of the strips does not show, whatever the steps', async () => {
  const before = { ...size, rgb: await naturalPicture('forest', size) }
  const wishes: Wishes = {
    colours: [],
    styles: ['watercolour', 'film'],
    season: 'autumn',
    weather: 'rain',
    sharpen: { amount: 1, part: 'all' },
  }
  const { steps, masks } = planSteps(before, readScene(before), wishes, 7)
  const halo = haloOf(steps, size.height / 720)
  const inStrips = async (stripRows: number) => {
    const make = await openMaker({ ...size, stripRows, halo, steps, masks })
    const row = size.width * 3
    const done = new Uint8Array(before.rgb.length)
    for (let first = 0; first < size.height; first += stripRows) {
      const input = before.rgb.subarray(
        Math.max(0, first - halo) * row,
        Math.min(size.height, first + stripRows + halo) * row,
      )
      make(first / stripRows, input, done.subarray(first * row))
    }
    return done
  }
  const whole = await inStrips(size.height)
  const apart = (await inStrips(24)).map((v, i) => Math.abs(v - whole[i]!))
  expect(Math.max(...apart.subarray(0, 60_000), ...apart.subarray(60_000))).toBeLessThan(2)
})

test('an edit that is stopped ends with the reason', async () => {
  const stop = new AbortController()
  stop.abort(new Error('not wanted'))
  await expect(edit('city', { time: 'night' }, stop.signal)).rejects.toThrow('not wanted')
})
