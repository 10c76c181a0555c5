import { describe, expect, it } from 'vitest'
import { states } from '#contract/generation.ts'
import { stateWords } from '../../lib/state-words.ts'
import { tileName } from './tile-name.ts'

describe('the name of a tile', () => {
  it('has a plain word for every state', () => {
    for (const state of states) expect(stateWords(state)).toMatch(/^[A-Z]/)
  })

  it('is kind, state and the first words', () => {
    const surf = { type: 'video', words: 'Surf at dawn, '.repeat(9) } as const
    expect(tileName({ ...surf, state: 'queued' })).toBe(
      'Video, queued: Surf at dawn, Surf at dawn, Surf at dawn, Surf at dawn,…',
    )
    expect(tileName({ type: 'image', words: 'Fox', state: 'completed' })).toBe('Image: Fox')
  })

  it('tells what somebody thought of it', () => {
    const fox = { type: 'image', words: 'Fox', state: 'completed' } as const
    expect(tileName({ ...fox, stars: 1, review: 'pick' })).toBe('Image: Fox (1 star, picked)')
    expect(tileName({ ...fox, stars: 4, favourite: true })).toBe('Image: Fox (4 stars, favourite)')
  })
})
