import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import { createCanvas, GlobalFonts } from '@napi-rs/canvas'

import { textLines } from './text-lines.ts'

export type TextSprite = {
  width: number
  height: number
  /** Coverage 0…255, row by row, cropped to the ink. */
  alpha: Uint8Array
}

const alphabets = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] as const
/** What the machine has for the other scripts; none of them is shipped. */
const systemFonts =
  'Noto Sans,Noto Sans CJK JP,Noto Sans CJK SC,Noto Sans Arabic,DejaVu Sans,Hiragino Sans,PingFang SC,Geeza Pro,Microsoft YaHei,Yu Gothic,Segoe UI'.split(
    ',',
  )
const families = [...alphabets.map((name) => `Dailies ${name}`), ...systemFonts]
  .map((name) => `"${name}"`)
  .join(', ')
const weight = 800
const trackingEm = -0.035
const leadingEm = 1.02
/** Short words do not grow past this share of the width, measured per em. */
const largestEm = 0.36
const measurePx = 100

let fonts: Promise<void> | null = null

async function registerFonts(): Promise<void> {
  const { resolve } = createRequire(import.meta.url)
  for (const name of alphabets) {
    const file = resolve(`@fontsource-variable/inter/files/inter-${name}-wght-normal.woff2`)
    GlobalFonts.register(await readFile(file), `Dailies ${name}`)
  }
}

type Typeset = { font: string; fontVariationSettings: string; letterSpacing: string }

function setType(context: Typeset, sizePx: number): void {
  context.font = `${sizePx}px ${families}`
  context.fontVariationSettings = `"wght" ${weight}`
  context.letterSpacing = `${trackingEm * sizePx}px`
}

function crop(rgba: Uint8ClampedArray, width: number, height: number): TextSprite {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (rgba[(y * width + x) * 4 + 3] === 0) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  if (right < 0) return { width: 1, height: 1, alpha: new Uint8Array(1) }
  const [w, h] = [right - left + 1, bottom - top + 1]
  const alpha = new Uint8Array(w * h)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) alpha[y * w + x] = rgba[((y + top) * width + x + left) * 4 + 3]!
  }
  return { width: w, height: h, alpha }
}

/**
 * Words set in heavy Inter on one to three balanced, centred lines.
 * @param widthPx the sprite is at most this wide; short words are set no larger than 0.36 of it.
 * Text without any ink gives one transparent pixel.
 */
export async function loadTextSprite(text: string, widthPx: number): Promise<TextSprite> {
  await (fonts ??= registerFonts())
  const width = Math.min(Math.max(Math.round(widthPx), 8), 8192)
  const lines = textLines(text)
  const ruler = createCanvas(1, 1).getContext('2d')
  setType(ruler, measurePx)
  const widest = Math.max(...lines.map((line) => ruler.measureText(line).width), 1)
  const sizePx = Math.max(2, Math.min((measurePx * width * 0.98) / widest, largestEm * width))
  const stepPx = sizePx * leadingEm
  const height = Math.ceil(stepPx * lines.length + sizePx * 0.6)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  setType(context, sizePx)
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  for (const [n, line] of lines.entries()) {
    context.fillText(line, width / 2, stepPx * n + sizePx * 1.1)
  }
  return crop(context.getImageData(0, 0, width, height).data, width, height)
}
