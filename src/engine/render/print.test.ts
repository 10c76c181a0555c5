import { describe, expect, it } from 'vitest'
import { families } from '#engine/scene/scene-spec.ts'
import type { SceneSpec } from '#engine/scene/scene-spec.ts'
import { psnr } from '../measure/psnr.ts'
import { createPainter } from './painter.ts'
import { sampleSpec } from './sample-spec.ts'

const size = { width: 134, height: 76 }
const pixels = size.width * size.height

const luma = (r: number, g: number, b: number) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** BT.709 limited range, chroma of four pixels' mean, as it stands in the definition. */
function planesOf(rgba: Uint8Array): Uint8Array {
  const { width, height } = size
  const out = new Uint8Array(pixels * 1.5)
  const of = (o: number) => [rgba[o] ?? 0, rgba[o + 1] ?? 0, rgba[o + 2] ?? 0] as const
  for (let n = 0; n < pixels; n++) out[n] = Math.round(16 + (219 / 255) * luma(...of(n * 4)))
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const four = [0, 1, width, width + 1].map((o) => of((y * width + x + o) * 4))
      const mean = (c: 0 | 1 | 2) => four.reduce((sum, p) => sum + p[c] / 4, 0)
      const [r, g, b] = [mean(0), mean(1), mean(2)]
      const at = pixels + (y / 2) * (width / 2) + x / 2
      out[at] = Math.round(128 + ((224 / 255) * (b - luma(r, g, b))) / 1.8556)
      out[at + pixels / 4] = Math.round(128 + ((224 / 255) * (r - luma(r, g, b))) / 1.5748)
    }
  }
  return out
}

async function worst(spec: SceneSpec) {
  const painter = await createPainter(spec, size, { frames: 24 })
  const light = painter.paint(7)
  const planes = new Uint8Array(pixels * 1.5)
  painter.writeI420(planes)
  const rgba = new Uint8Array(pixels * 4)
  painter.writeRgba(rgba)
  const wanted = planesOf(rgba)
  let off = 0
  planes.forEach((v, n) => (off = Math.max(off, Math.abs(v - (wanted[n] ?? 0)))))
  return { off, likeness: psnr(planes, wanted), brightest: light.reduce((a, b) => Math.max(a, b)) }
}

describe('the planes of a frame', () => {
  it.each(families)('of %s hold the colours that its pixels show', async (family) => {
    const { off, likeness } = await worst(sampleSpec(family))
    expect(likeness).toBeGreaterThan(47)
    expect(off).toBeLessThanOrEqual(8)
  })

  it.each(['film', 'neon', 'pastel', 'noir'] as const)('hold the colours of %s', async (style) => {
    const { likeness } = await worst(sampleSpec('sea', { styles: [style] }))
    expect(likeness).toBeGreaterThan(style === 'film' || style === 'noir' ? 40 : 47)
  })

  it('hold the brightest light there is', async () => {
    const light = { azimuth: 0.1, elevation: 6, colour: [2.6, 1.6, 0.7], hardness: 1 } as const
    const { off, brightest } = await worst(
      sampleSpec('sea', { light: { ...light, colour: [2.6, 1.6, 0.7] } }),
    )
    expect(brightest).toBeGreaterThan(3)
    expect(off).toBeLessThanOrEqual(8)
  })
})
