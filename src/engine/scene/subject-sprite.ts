import sharp from 'sharp'

import { boxBlur } from './box-blur.ts'
import { dropSpecks } from './drop-specks.ts'
import { inflate } from './inflate.ts'
import { notoIconBody } from './noto-icons.ts'

export type SubjectSprite = {
  width: number
  height: number
  /** sRGB, straight alpha; colour is continued under the transparent rim. */
  rgba: Uint8Array
  /** x right, y down, z toward the lens; unit length, three numbers a pixel. */
  normal: Float32Array
  /** 0 at the rim … 1 at the top of the widest part. */
  heightMap: Float32Array
}

type Box = { x: number; y: number; width: number; height: number }

const canvasUnits = 128
const probePx = 256
const keptPixels = 1_500_000

const boxes = new Map<string, Promise<Box>>()
const sprites = new Map<string, Promise<SubjectSprite>>()

function svg(body: string, box: Box, width: number, height: number): Buffer {
  const view = `${box.x} ${box.y} ${box.width} ${box.height}`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
      `viewBox="${view}" width="${width}" height="${height}" preserveAspectRatio="none">${body}</svg>`,
  )
}

async function raster(body: string, box: Box, width: number, height: number): Promise<Buffer> {
  return sharp(svg(body, box, width, height), { density: 72 })
    .resize(width, height, { fit: 'fill' })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer()
}

async function measure(body: string): Promise<Box> {
  const whole = { x: 0, y: 0, width: canvasUnits, height: canvasUnits }
  const pixels = new Uint8Array(await raster(body, whole, probePx, probePx))
  dropSpecks(pixels, probePx, probePx)
  let [left, top, right, bottom] = [probePx, probePx, -1, -1]
  for (let y = 0; y < probePx; y++) {
    for (let x = 0; x < probePx; x++) {
      if (pixels[(y * probePx + x) * 4 + 3]! < 12) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  if (right < 0) return whole
  const unit = canvasUnits / probePx
  return {
    x: left * unit,
    y: top * unit,
    width: (right - left + 1) * unit,
    height: (bottom - top + 1) * unit,
  }
}

function continueColour(rgba: Uint8Array, width: number, height: number): void {
  const copy = (to: number, from: number) => {
    rgba[to] = rgba[from]!
    rgba[to + 1] = rgba[from + 1]!
    rgba[to + 2] = rgba[from + 2]!
  }
  const known = new Uint8Array(width * height)
  for (let i = 0; i < known.length; i++) known[i] = rgba[i * 4 + 3]! > 40 ? 1 : 0
  const sweep = (first: number, step: number) => {
    for (let n = 0, i = first; n < known.length; n++, i += step) {
      if (known[i]) continue
      const x = i % width
      const beside = step > 0 ? x > 0 : x < width - 1
      const from = beside && known[i - step] ? i - step : i - step * width
      if (!known[from]) continue
      copy(i * 4, from * 4)
      known[i] = 1
    }
  }
  sweep(0, 1)
  sweep(known.length - 1, -1)
}

function normals(surface: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const left = x > 0 ? surface[i - 1]! : 0
      const right = x < width - 1 ? surface[i + 1]! : 0
      const up = y > 0 ? surface[i - width]! : 0
      const down = y < height - 1 ? surface[i + width]! : 0
      const nx = (left - right) / 2
      const ny = (up - down) / 2
      const scale = 1 / Math.sqrt(nx * nx + ny * ny + 1)
      out[i * 3] = nx * scale
      out[i * 3 + 1] = ny * scale
      out[i * 3 + 2] = scale
    }
  }
  return out
}

async function build(icon: string, heightPx: number): Promise<SubjectSprite> {
  const body = await notoIconBody(icon)
  let measured = boxes.get(icon)
  if (!measured) boxes.set(icon, (measured = measure(body)))
  const box = await measured
  const height = heightPx
  const width = Math.max(2, Math.round((heightPx * box.width) / box.height))
  const rgba = new Uint8Array(await raster(body, box, width, height))

  dropSpecks(rgba, width, height)

  const count = width * height
  const alpha = new Float32Array(count)
  const light = new Float32Array(count)
  for (let i = 0; i < count; i++) {
    alpha[i] = rgba[i * 4 + 3]! / 255
    light[i] = (0.3 * rgba[i * 4]! + 0.59 * rgba[i * 4 + 1]! + 0.11 * rgba[i * 4 + 2]!) / 255
  }
  const reach = Math.min(width, height)
  const heightMap = inflate(alpha, width, height, reach * 0.13)
  continueColour(rgba, width, height)

  const fine = boxBlur(light, width, height, height / 200)
  const broad = boxBlur(light, width, height, height / 24)
  const surface = new Float32Array(count)
  const thickness = reach * 0.2
  const relief = height * 0.03
  for (let i = 0; i < count; i++) {
    const h = heightMap[i]!
    surface[i] = h * (thickness + relief * (fine[i]! - broad[i]!))
  }
  const smooth = boxBlur(surface, width, height, Math.max(1, height / 260))
  return { width, height, rgba, normal: normals(smooth, width, height), heightMap }
}

function keep(key: string, made: Promise<SubjectSprite>, pixels: number): void {
  sprites.set(key, made)
  made.catch(() => sprites.delete(key))
  let held = pixels
  for (const [old] of [...sprites].toReversed()) {
    if (old === key) continue
    const side = Number(old.slice(old.lastIndexOf('@') + 1))
    held += side * side
    if (held > keptPixels) sprites.delete(old)
  }
}

/**
 * A Noto icon as a small clay model: colours, height and normals, cropped to its outline.
 * @param icon name in the Noto set, for instance `sailboat`
 * @param heightPx height of the result, 2 … 4096; the width follows the icon
 * @throws Error naming the icon when Noto has none of that name.
 */
export async function loadSubjectSprite(icon: string, heightPx: number): Promise<SubjectSprite> {
  const height = Math.min(Math.max(Math.round(heightPx), 2), 4096)
  const key = `${icon}@${height}`
  const made = sprites.get(key) ?? build(icon, height)
  sprites.delete(key)
  keep(key, made, height * height)
  return made
}
