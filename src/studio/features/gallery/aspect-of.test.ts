import { describe, expect, it } from 'vitest'
import { generationFixture, storedClip } from '../../api/generation-fixture.ts'
import { aspectOf } from './aspect-of.ts'

describe('the shape of a tile', () => {
  it('is the result’s', () => {
    expect(aspectOf(generationFixture(1, { outputs: [storedClip] }))).toBeCloseTo(16 / 9)
  })

  it('is the one asked for while there is no result', () => {
    const request = { type: 'image', prompt: 'x', aspect_ratio: '1:3' } as const
    expect(aspectOf({ outputs: [], request })).toBeCloseTo(1 / 3)
  })

  it('is a guess when nothing was asked for', () => {
    expect(aspectOf({ outputs: [], request: { type: 'image', prompt: 'x' } })).toBe(1)
    expect(aspectOf({ outputs: [], request: { type: 'video', prompt: 'x' } })).toBeCloseTo(16 / 9)
  })
})
