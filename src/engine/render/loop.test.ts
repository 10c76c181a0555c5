import { describe, expect, it } from 'vitest'
import { cameraMoves, families } from '#engine/scene/scene-spec.ts'
import type { SceneSpec } from '#engine/scene/scene-spec.ts'
import { meanStep, stepsRound } from '../measure/steps.ts'
import { createPainter } from './painter.ts'
import { sampleSpec } from './sample-spec.ts'

const size = { width: 128, height: 72 }
const pixels = size.width * size.height
const frames = 30

async function painted(spec: SceneSpec, wanted: readonly number[]): Promise<Uint8Array[]> {
  const painter = await createPainter(spec, size, { frames, loop: true })
  return wanted.map((frame) => {
    painter.paint(frame)
    const planes = new Uint8Array(pixels * 1.5)
    painter.writeI420(planes)
    return planes
  })
}

async function stepsOf(spec: SceneSpec) {
  const planes = await painted(
    spec,
    Array.from({ length: frames }, (_, frame) => frame),
  )
  const luma = planes.map((p) => p.subarray(0, pixels))
  return stepsRound(luma, meanStep)
}

describe('a loop', () => {
  it.each(families)('of %s begins again with the very same picture', async (family) => {
    const spec = sampleSpec(family, { weather: 'snow', styles: ['film'] })
    const [first, round, next] = await painted(spec, [0, frames, 1])
    expect(round).toEqual(first)
    expect(next).not.toEqual(first)
  })

  it.each(families)('of %s lives, and its seam is a step like the others', async (family) => {
    const { seam, median } = await stepsOf(sampleSpec(family))
    expect(median).toBeGreaterThan(0.03)
    expect(seam).toBeLessThanOrEqual(median)
  })

  it.each(cameraMoves)('with %s never jumps', async (move) => {
    const { seam, median } = await stepsOf(sampleSpec('city', { camera: { move, amount: 0.8 } }))
    expect(seam).toBeLessThanOrEqual(median)
  })

  it.each(['rain', 'snow', 'storm', 'fog'] as const)('in %s has no seam', async (weather) => {
    const camera = { move: 'static', amount: 0.5 } as const
    const { seam, median } = await stepsOf(sampleSpec('landscape', { weather, camera }))
    expect(median).toBeGreaterThan(0.03)
    expect(seam).toBeLessThanOrEqual(median)
  })
})
