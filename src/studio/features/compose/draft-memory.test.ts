import { describe, expect, it } from 'vitest'
import { freshDraft } from './fresh-draft.ts'
import { recall, remember } from './draft-memory.ts'
import { single } from './plan/plan.ts'

const refuse = () => {
  throw new DOMException('no')
}

describe('the memory of what is being written', () => {
  it('gives back what was put there', () => {
    const current = { draft: { ...freshDraft.video, prompt: 'Surf at dawn' }, plan: single }
    remember('current', current)
    expect(recall('current')).toEqual(current)
  })

  it('keeps the rest when a part is written', () => {
    remember('others', { video: freshDraft.video })
    remember('current', { draft: { ...freshDraft.image, prompt: 'Fox' }, plan: single })
    expect(recall('others')).toEqual({ video: freshDraft.video })
  })

  it.each(['', 'no json', '{}', '{"draft":{"type":"dance"}}', '[1,2]', 'null'])(
    'forgets %j without a word',
    (stored) => {
      localStorage.setItem('dailies.compose.current', stored)
      expect(recall('current').draft).toEqual(freshDraft.image)
    },
  )

  it('lives with a browser that refuses storage', () => {
    remember('others', { video: freshDraft.video }, { setItem: refuse })
    expect(recall('others', { getItem: refuse })).toEqual({})
  })
})
