import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openVideoDecoder } from '../media/video-decoder.ts'
import { ssim } from '../measure/ssim.ts'
import { meanStep, stepsRound } from '../measure/steps.ts'
import { cameraMoves, families } from '../scene/scene-spec.ts'
import type { SceneSpec } from '../scene/scene-spec.ts'
import { openClipSink } from './clip-sink.ts'
import { PaintPool } from './paint-pool.ts'
import { sampleSpec } from './sample-spec.ts'

const size = { width: 320, height: 180 }
const frames = 120
const pool = new PaintPool(2)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-loop-'))
})
afterAll(async () => {
  await pool.close()
  await rm(folder, { recursive: true })
})

async function decoded(spec: SceneSpec): Promise<Uint8Array[]> {
  const sink = await openClipSink({ folder, size, rate: { num: 24, den: 1 }, isLoop: true })
  await pool.paintClip(spec, size, { frames, loop: true }, (_, i420) => sink.write(i420))
  const [output] = await sink.close()
  const decoder = await openVideoDecoder(join(folder, output?.name ?? ''))
  const pictures: Uint8Array[] = []
  for (let i420 = await decoder.read(); i420; i420 = await decoder.read()) {
    pictures.push(i420.slice(0, size.width * size.height))
  }
  await decoder.close()
  return pictures
}

async function expectNoSeam(spec: SceneSpec) {
  const pictures = await decoded(spec)
  expect(pictures).toHaveLength(frames)
  const step = stepsRound(pictures, meanStep)
  expect(step.median).toBeGreaterThan(0)
  expect(step.seam).toBeLessThanOrEqual(step.median)
  const likeness = stepsRound(pictures, (a, b) => ssim(a, b, size))
  expect(likeness.seam).toBeGreaterThanOrEqual(likeness.median)
}

describe('the file of a loop', () => {
  it.each(families)('of %s shows no seam', (family) => expectNoSeam(sampleSpec(family)))

  it.each(cameraMoves)('with %s shows no seam', (move) =>
    expectNoSeam(sampleSpec('city', { camera: { move, amount: 0.6 } })),
  )

  it.each(['rain', 'snow'] as const)('in %s shows no seam', (weather) =>
    expectNoSeam(sampleSpec('landscape', { weather })),
  )
})
