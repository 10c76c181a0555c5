import { afterAll, describe, expect, it } from 'vitest'
import { families } from '#engine/scene/scene-spec.ts'
import { understand } from '#engine/scene/understand.ts'
import { numberOf } from '../hdr/half.ts'
import { createPainter } from './painter.ts'
import { PaintPool } from './paint-pool.ts'
import { sampleSpec } from './sample-spec.ts'

const size = { width: 160, height: 90 }
const one = new PaintPool(1)
const three = new PaintPool(3)
afterAll(async () => {
  await Promise.all([one.close(), three.close()])
})

/** Sum of the steps along the first row. */
const roughness = (light: Uint16Array | undefined) => {
  let sum = 0
  for (let i = 1; i < 160 * 4; i += 4) {
    sum += Math.abs(numberOf(light?.[i + 4] ?? 0) - numberOf(light?.[i] ?? 0))
  }
  return sum
}

describe('the paint pool', () => {
  it('paints the same still however many workers share it', async () => {
    const spec = sampleSpec('sea', { styles: ['oil'] })
    const alone = await one.paintStill(spec, size)
    expect(await three.paintStill(spec, size)).toEqual(alone)
    const painter = await createPainter(spec, size)
    painter.paint(0)
    const rgba = new Uint8Array(alone.length)
    painter.writeRgba(rgba)
    expect(rgba).toEqual(alone)
  })

  it.each(families)('paints %s the same in memory that held other pictures', async (family) => {
    const tall = { width: 91, height: 130 }
    const spec = sampleSpec(family)
    await three.paintStill(sampleSpec('city', { styles: ['neon'] }), size)
    const painter = await createPainter(spec, tall)
    painter.paint(0)
    const fresh = new Uint8Array(tall.width * tall.height * 4)
    painter.writeRgba(fresh)
    expect(await three.paintStill(spec, tall)).toEqual(fresh)
  })

  it('delivers frames in order, waits for a slow reader, and paints what one worker paints', async () => {
    const spec = sampleSpec('city', { weather: 'rain' })
    const seen: number[] = []
    const sums = new Map<PaintPool, number[]>()
    for (const pool of [one, three]) {
      const list: number[] = []
      await pool.paintClip(spec, size, 9, async (index, planes) => {
        if (pool === three) seen.push(index)
        list.push(planes.reduce((a, b) => (a * 31 + b) % 1_000_003, 7))
        await new Promise((resolve) => setTimeout(resolve, index % 3))
      })
      sums.set(pool, list)
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(sums.get(three)).toEqual(sums.get(one))
  })

  it('delivers the light behind a frame, graded like it, with more range above', async () => {
    const spec = sampleSpec('city')
    const luma: number[] = []
    const greens: number[] = []
    const keep = (_: number, planes: Uint8Array, light?: Uint16Array) => {
      luma.push(...planes.subarray(0, 160 * 90))
      for (let i = 1; i < (light?.length ?? 0); i += 4) greens.push(numberOf(light?.[i] ?? 0))
    }
    await three.paintClip(spec, size, 1, keep, undefined, { lit: true })
    const plain: number[] = []
    await one.paintClip(
      spec,
      size,
      1,
      (_, planes) => void plain.push(...planes.subarray(0, 14_400)),
    )
    expect(luma).toEqual(plain)
    expect(greens.length).toBe(luma.length)
    const meanAt = (low: number, high: number) => {
      const found = greens.filter((_, i) => luma[i]! >= low && luma[i]! < high)
      return found.reduce((a, b) => a + b, 0) / found.length
    }
    expect(meanAt(40, 80)).toBeLessThan(meanAt(80, 120))
    expect(meanAt(80, 120)).toBeLessThan(meanAt(140, 200))
    expect(Math.max(...greens)).toBeGreaterThan(1)
  })

  it('prints the brightest light brightest, up to where the light ends', async () => {
    const spec = understand({
      prompt: 'a lamp in a cosy room at night',
      style: undefined,
      aspect: 16 / 9,
      seed: 5,
      medium: 'video',
    })
    let bright = 0
    const look = (_: number, planes: Uint8Array, light?: Uint16Array) => {
      for (let i = 0; i < 14_400; i++) {
        if (numberOf(light?.[i * 4] ?? 0) < 1.8) continue
        bright += 1
        expect(planes[i]).toBeGreaterThan(200)
      }
    }
    await three.paintClip(spec, size, 1, look, undefined, { lit: true })
    expect(bright).toBeGreaterThan(20)
  })

  it('gives grain to the light too, and no light to a picture on paper', async () => {
    const lights: (Uint16Array | undefined)[] = []
    for (const styles of [[], ['film'], ['oil']] as const) {
      const spec = sampleSpec('desert', { styles: [...styles] })
      const keep = (_: number, __: Uint8Array, light?: Uint16Array) =>
        void lights.push(light?.slice())
      await three.paintClip(spec, size, 1, keep, undefined, { lit: true })
    }
    expect(roughness(lights[1])).toBeGreaterThan(1.5 * roughness(lights[0]))
    expect(lights[2]).toBeUndefined()
  })

  it('stops soon when told to, and can be used again', async () => {
    const stop = new AbortController()
    let painted = 0
    const clip = three.paintClip(
      sampleSpec('forest'),
      size,
      5000,
      (index) => {
        painted += 1
        if (index === 3) stop.abort(new Error('enough'))
      },
      stop.signal,
    )
    await expect(clip).rejects.toThrow('enough')
    expect(painted).toBeLessThan(50)
    expect((await three.paintStill(sampleSpec('space'), size)).length).toBe(160 * 90 * 4)
  })

  it('says so when a clip has odd sides', () => {
    expect(() => one.paintClip(sampleSpec('sea'), { width: 161, height: 90 }, 2, () => {})).toThrow(
      'even sides',
    )
  })
})
