import { expect, test } from 'vitest'
import { psnr } from '../measure/psnr.ts'
import { understand } from '../scene/understand.ts'
import { createPainter } from './painter.ts'
import type { PaintWindow } from './view.ts'

const size = { width: 192, height: 108 }
const frames = 48
const margin = { across: 40, up: 64 }
const wide = {
  width: size.width + 2 * margin.across,
  height: size.height + 2 * margin.up,
  scale: 1,
  frameLeft: margin.across,
  frameTop: margin.up,
}

async function painterOf(prompt: string, window?: PaintWindow) {
  const spec = understand({ prompt, style: undefined, aspect: 16 / 9, seed: 7, medium: 'video' })
  return createPainter(spec, size, { frames, ...(window && { window }) })
}

async function light(prompt: string, window?: PaintWindow) {
  const painter = await painterOf(prompt, window)
  return Uint8Array.from(painter.paint(31), (v) => Math.min(255, Math.max(0, v * 255)))
}

async function developed(prompt: string, window?: PaintWindow) {
  const painter = await painterOf(prompt, window)
  painter.paint(31)
  const { width, height } = window ?? size
  const rgba = new Uint8Array(width * height * 4)
  painter.writeRgba(rgba)
  return rgba
}

const frameOf = (pixels: Uint8Array) =>
  Uint8Array.from({ length: size.width * size.height * 4 }, (_, i) => {
    const row = Math.floor(i / 4 / size.width) + margin.up
    const column = (Math.floor(i / 4) % size.width) + margin.across
    return pixels[(row * wide.width + column) * 4 + (i % 4)] ?? 0
  })

test.for([
  'mountains over a lake at golden hour, pan left',
  'a meadow with rolling hills, crane up',
  'rocky coast with waves at sunset, dolly in',
  'a rainy neon street at night, orbit right',
  'a forest in autumn, pan right',
  'dunes in the desert, handheld',
  'a living room in the evening, push in',
  'a ringed planet in space, pull out',
  'coral reef underwater, tilt up',
  'abstract silk folds, pan left',
  'snow falling in a winter forest, orbit left',
])('the light of a frame is the same in a wider window around it: %s', async (prompt) => {
  expect(psnr(await light(prompt), frameOf(await light(prompt, wide)))).toBeGreaterThan(40)
})

test('vignette and grain of the frame are the same in a wider window', async () => {
  const prompt = 'snow falling in a winter forest, film'
  expect(psnr(await developed(prompt), frameOf(await developed(prompt, wide)))).toBeGreaterThan(38)
})

test('a window of half the scale shows the frame at half its size', async () => {
  const prompt = 'abstract silk folds, pan left'
  const window = { width: 96, height: 54, scale: 0.5, frameLeft: 0, frameTop: 0 }
  const whole = await light(prompt)
  const row = size.width * 4
  const shrunk = Uint8Array.from({ length: 96 * 54 * 4 }, (_, i) => {
    const at = Math.floor(i / 4 / 96) * 2 * row + (Math.floor(i / 4) % 96) * 8 + (i % 4)
    return [0, 4, row, row + 4].reduce((sum, step) => sum + (whole[at + step] ?? 0), 0) / 4
  })
  expect(psnr(await light(prompt, window), shrunk)).toBeGreaterThan(36)
})
