import { describe, expect, it } from 'vitest'
import { states } from '#contract/generation.ts'
import { stateWords } from '../../lib/state-words.ts'
import { tileName } from './tile-name.ts'

describe('the name of a tile', () => {
  it('has a plain word for every state', () => {
    for (const state of states) expect(stateWords(state)).toMatch(/^[A-Z]/)
  })

  it('is kind, state and the first words', () => {
    const request = { type: 'video', prompt: 'Surf at dawn, '.repeat(9) } as const
    expect(tileName({ request, state: 'queued' })).toBe(
      'Video, queued: Surf at dawn, Surf at dawn, Surf at dawn, Surf at dawn,…',
    )
    expect(tileName({ request: { type: 'image', prompt: 'Fox' }, state: 'completed' })).toBe(
      'Image: Fox',
    )
  })
})
