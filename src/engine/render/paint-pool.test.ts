import { afterAll, describe, expect, it } from 'vitest'
import { families } from '#engine/scene/scene-spec.ts'
import { createPainter } from './painter.ts'
import { PaintPool } from './paint-pool.ts'
import { sampleSpec } from './sample-spec.ts'

const size = { width: 160, height: 90 }
const one = new PaintPool(1)
const three = new PaintPool(3)
afterAll(async () => {
  await Promise.all([one.close(), three.close()])
})

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

  it('stops soon when told to, and can be used again', async () => {
    const stop = new AbortController()
    const started = performance.now()
    const clip = three.paintClip(
      sampleSpec('forest'),
      size,
      5000,
      (index) => {
        if (index === 3) stop.abort(new Error('enough'))
      },
      stop.signal,
    )
    await expect(clip).rejects.toThrow('enough')
    expect(performance.now() - started).toBeLessThan(5000)
    expect((await three.paintStill(sampleSpec('space'), size)).length).toBe(160 * 90 * 4)
  })

  it('says so when a clip has odd sides', () => {
    expect(() => one.paintClip(sampleSpec('sea'), { width: 161, height: 90 }, 2, () => {})).toThrow(
      'even sides',
    )
  })
})
