import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generationFixture } from '../../api/generation-fixture.ts'
import { sequenceReel, sequenceWords } from './reel-of.ts'

const clip = (n: number, frames: number) => ({
  id: generationFixture(n).id,
  sha256: String(n).repeat(64).slice(0, 64),
  frames,
  fps: 24,
})

describe('a sequence', () => {
  it('counts its frames through, and marks where a clip begins', () => {
    const sequence = { clips: [clip(1, 120), clip(2, 120), clip(3, 60)], lossless: true }
    expect(sequenceReel(sequence, '/x.mp4')).toMatchObject({ frames: 300, joints: [120, 240] })
    expect(sequenceWords(sequence)).toBe('3 clips, 12.5 s')
  })

  it('knows of every frame from which clip it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }),
        (lengths) => {
          const clips = lengths.map((frames, index) => clip(index + 1, frames))
          const reel = sequenceReel({ clips, lossless: true }, '/x.mp4')
          const all = Array.from({ length: reel.frames }, (_, frame) => reel.frameOf(frame))
          expect(all).toEqual(
            clips.flatMap(({ sha256, frames }) =>
              Array.from({ length: frames }, (_, frame) => ({ sha256, frame })),
            ),
          )
        },
      ),
    )
  })
})
