import { describe, expect, it } from 'vitest'
import { cameraMoves, families, styles } from '#engine/scene/scene-spec.ts'
import type { SceneSpec, Subject } from '#engine/scene/scene-spec.ts'
import { createPainter } from './painter.ts'
import { sampleSpec } from './sample-spec.ts'

const wide = { width: 160, height: 90 }

async function still(spec: SceneSpec, size = wide): Promise<Uint8Array> {
  const painter = await createPainter(spec, size)
  painter.paint(0)
  const rgba = new Uint8Array(size.width * size.height * 4)
  painter.writeRgba(rgba)
  return rgba
}

function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0
  a.forEach((x, i) => (sum += Math.abs(x - (b[i] ?? 0))))
  return sum / a.length
}

function spread(a: Uint8Array): number {
  let sum = 0
  let square = 0
  for (let i = 1; i < a.length; i += 4) {
    sum += a[i] ?? 0
    square += (a[i] ?? 0) ** 2
  }
  const n = a.length / 4
  return Math.sqrt(Math.max(0, square / n - (sum / n) ** 2))
}

describe('a still', () => {
  it('is the same, byte for byte, when painted again', async () => {
    const spec = sampleSpec('sea')
    expect(difference(await still(spec), await still(spec))).toBe(0)
  })

  it.each(families)('of %s looks another way with another seed', async (family) => {
    const a = await still(sampleSpec(family, { seed: 5 }))
    const b = await still(sampleSpec(family, { seed: 99_001 }))
    expect(difference(a, b)).toBeGreaterThan(3)
  })

  it('of one family is never mistaken for another', async () => {
    const all = await Promise.all(families.map((family) => still(sampleSpec(family))))
    all.forEach((a, i) => {
      for (const b of all.slice(i + 1)) expect(difference(a, b)).toBeGreaterThan(12)
    })
  })

  it.each(families)('of %s fills every shape of frame with something', async (family) => {
    for (const size of [
      wide,
      { width: 64, height: 64 },
      { width: 48, height: 144 },
      { width: 150, height: 50 },
    ]) {
      const painter = await createPainter(sampleSpec(family), size)
      expect(painter.paint(0).some((v) => !Number.isFinite(v))).toBe(false)
      const rgba = new Uint8Array(size.width * size.height * 4)
      painter.writeRgba(rgba)
      expect(spread(rgba)).toBeGreaterThan(6)
    }
  })

  it.each(styles)('in the style %s differs from the plain one and is not flat', async (style) => {
    const plain = await still(sampleSpec('landscape'))
    const styled = await still(sampleSpec('landscape', { styles: [style] }))
    expect(difference(plain, styled)).toBeGreaterThan(2)
    expect(spread(styled)).toBeGreaterThan(10)
  })

  it('shows night, snow and storm', async () => {
    const day = await still(sampleSpec('landscape'))
    for (const change of [
      { time_of_day: 'night' },
      { weather: 'snow' },
      { weather: 'storm' },
    ] as const) {
      expect(difference(day, await still(sampleSpec('landscape', change)))).toBeGreaterThan(6)
    }
  })

  it('holds the subject and the words that were asked for', async () => {
    const subject: Subject = {
      word: 'sailboat',
      icon: 'sailboat',
      stance: 'floats',
      x: 0.4,
      y: 0.75,
      size: 0.4,
      depth: 0.4,
      mirrored: false,
    }
    const empty = await still(sampleSpec('sea'))
    expect(
      difference(empty, await still(sampleSpec('sea', { subjects: [subject] }))),
    ).toBeGreaterThan(1)
    expect(difference(empty, await still(sampleSpec('sea', { text: 'AHOY' })))).toBeGreaterThan(1)
  })
})

describe('a clip', () => {
  const frames = 48
  async function pair(spec: SceneSpec): Promise<number> {
    const painter = await createPainter(spec, wide, { frames })
    const [a, b] = [0, frames - 1].map((frame) => {
      painter.paint(frame)
      const planes = new Uint8Array(160 * 90 * 1.5)
      painter.writeI420(planes)
      return planes
    })
    return a && b ? difference(a, b) : 0
  }

  it.each(families)('of %s lives though the camera stands still', async (family) => {
    const spec = sampleSpec(family, { camera: { move: 'static', amount: 0.5 } })
    expect(await pair(spec)).toBeGreaterThan(0.1)
  })

  it.each(cameraMoves.filter((m) => m !== 'static'))('moves its picture with %s', async (move) => {
    const rest = await pair(sampleSpec('city', { camera: { move: 'static', amount: 1 } }))
    const moved = await pair(sampleSpec('city', { camera: { move, amount: 1 } }))
    expect(moved).toBeGreaterThan(rest + 0.3)
  })

  it('keeps its planes in the legal range', async () => {
    const painter = await createPainter(sampleSpec('space'), wide, { frames })
    painter.paint(7)
    const planes = new Uint8Array(160 * 90 * 1.5)
    painter.writeI420(planes)
    const luma = planes.subarray(0, 160 * 90)
    const chroma = planes.subarray(160 * 90)
    expect(luma.every((y) => y >= 16 && y <= 235)).toBe(true)
    expect(chroma.every((c) => c >= 16 && c <= 240)).toBe(true)
  })
})
