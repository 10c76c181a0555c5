import { describe, expect, it } from 'vitest'
import { freshDraft } from './compose-type.ts'
import { draftOfType, recallDraft, rememberDraft } from './draft-memory.ts'

describe('the draft’s memory', () => {
  it('gives back what was put there', () => {
    const current = { ...freshDraft.video, prompt: 'Surf at dawn' }
    rememberDraft({ current })
    expect(recallDraft().current).toEqual(current)
  })

  it('keeps the rest when a part is written', () => {
    rememberDraft({ others: { video: freshDraft.video } })
    rememberDraft({ current: { ...freshDraft.image, prompt: 'Fox' } })
    expect(recallDraft().others).toEqual({ video: freshDraft.video })
  })

  it.each(['', 'no json', '{}', '{"current":{"type":"dance"}}', '[1,2]', 'null'])(
    'forgets %j without a word',
    (stored) => {
      localStorage.setItem('dailies.draft', stored)
      expect(recallDraft().current).toEqual(freshDraft.image)
    },
  )

  it('lives with a browser that refuses storage', () => {
    const storage = {
      getItem: () => {
        throw new DOMException('no')
      },
      setItem: () => {
        throw new DOMException('no')
      },
    }
    rememberDraft({ current: freshDraft.video }, storage)
    expect(recallDraft(storage).current).toEqual(freshDraft.image)
  })
})

describe('changing the kind', () => {
  const words = { ...freshDraft.image, prompt: 'Fox', aspect_ratio: '1:1' as const }

  it('keeps the prompt and the ratio when it fits', () => {
    expect(draftOfType('video', words, {})).toMatchObject({ prompt: 'Fox', aspect_ratio: '1:1' })
  })

  it('falls back to the usual ratio when it does not fit', () => {
    const wide = { ...words, aspect_ratio: '3:1' as const }
    expect(draftOfType('video', wide, {}).aspect_ratio).toBe('16:9')
  })

  it('returns to the settings as they were left, with the prompt of now', () => {
    const left = { ...freshDraft.video, prompt: 'Old', aspect_ratio: '21:9' as const }
    expect(draftOfType('video', words, { video: left })).toEqual({ ...left, prompt: 'Fox' })
  })
})
