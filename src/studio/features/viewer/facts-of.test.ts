import { describe, expect, it } from 'vitest'
import { generationFixture, storedClip } from '../../api/generation-fixture.ts'
import { fileFacts, jobFacts } from './facts-of.ts'

const said = (facts: ReturnType<typeof jobFacts>) =>
  Object.fromEntries(facts.map(({ label, value }) => [label, value]))

describe('the facts of a generation', () => {
  it('say honestly who made it and what it would have cost', () => {
    expect(said(jobFacts(generationFixture(1)))).toMatchObject({
      'Made by': 'Local engine: procedural, made on this machine',
      Price: 'Free here, $0.0404 on Luma',
    })
  })

  it('tell how long it took once it is over', () => {
    const record = generationFixture(0, { settled_at: '2026-11-22T12:00:04.200Z' })
    expect(said(jobFacts(record))).toMatchObject({ Took: '4.2 s' })
    expect(said(jobFacts(generationFixture(0)))).not.toHaveProperty('Took')
  })

  it('count a clip in frames', () => {
    expect(said(fileFacts(storedClip))).toEqual({
      Size: '1280 × 720 px',
      Frames: '120 at 24 fps, 5 s',
      File: 'video/mp4, 900 kB',
    })
  })
})
