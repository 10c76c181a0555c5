import { describe, expect, it } from 'vitest'
import { cameraMoves, families } from '#engine/scene/scene-spec.ts'
import type { SceneSpec } from '#engine/scene/scene-spec.ts'
import { psnr } from '../measure/psnr.ts'
import { cameraTrack } from './camera-track.ts'
import { createPainter } from './painter.ts'
import { sampleSpec } from './sample-spec.ts'
import type { Shot } from './shot.ts'

const size = { width: 128, height: 72 }
const frames = 48

async function luma(spec: SceneSpec, shot: Shot, index: number): Promise<Uint8Array> {
  const painter = await createPainter(spec, size, shot)
  painter.paint(index)
  const planes = new Uint8Array(size.width * size.height * 1.5)
  painter.writeI420(planes)
  return planes.subarray(0, size.width * size.height)
}

describe('a stretch of a scene painted later', () => {
  it.each(families)('of %s shows what the clip showed there', async (family) => {
    const spec = sampleSpec(family)
    const route = { legs: [{ camera: spec.camera, frames }], anchor: 0 }
    const whole = await luma(spec, { frames }, 40)
    const part = await luma(spec, { frames: 12, from: 36, route }, 4)
    expect(psnr(part, whole)).toBeGreaterThan(45)
  })
})

describe('a camera that goes on', () => {
  const axes = ['turnX', 'turnY', 'moveX', 'moveY', 'moveZ', 'zoom'] as const
  const jolt = (shot: Shot, move: SceneSpec['camera']) => {
    const track = cameraTrack(move, shot)
    const pace = track.slice(1).map((pose, i) => axes.map((a) => pose[a] - (track[i]?.[a] ?? 0)))
    const changes = pace.slice(1).map((now, i) => now.map((v, k) => Math.abs(v - pace[i]![k]!)))
    const paces = pace.map((now) => Math.hypot(...now))
    return { worst: Math.max(...changes.flat()), fastest: Math.max(...paces), paces }
  }

  it.each(cameraMoves)('keeps its pace where a clip with %s ended', (move) => {
    const camera = { move, amount: 0.6 }
    const route = { legs: [{ camera, frames: 120 }], anchor: 0 }
    const { worst, fastest } = jolt({ frames: 360, from: -120, route }, camera)
    expect(worst).toBeLessThanOrEqual(fastest * 0.16)
  })

  it('hands over to another move without a jolt, before and after', () => {
    const home = { move: 'push_in', amount: 0.5 } as const
    const legs = (['pan_left', 'push_in', 'crane_up'] as const).map((move) => ({
      camera: { ...home, move },
      frames: 120,
    }))
    const { worst, fastest } = jolt({ frames: 360, from: -120, route: { legs, anchor: 1 } }, home)
    expect(worst).toBeLessThan(fastest * 0.1)
    const own = cameraTrack(home, { frames: 120 })
    expect(cameraTrack(home, { frames: 120, route: { legs, anchor: 1 } })).toEqual(own)
  })
})
