import { describe, expect, it } from 'vitest'
import type { Composition } from './composition.ts'
import { freshDraft } from './fresh-draft.ts'
import { single } from './plan/plan.ts'
import { type History, remembered, stepBack, stepOn } from './undo-history.ts'

const written = (prompt: string): Composition => ({
  draft: { ...freshDraft.image, prompt },
  plan: single,
})
const nothing: History<Composition> = { past: [], future: [] }

describe('undo', () => {
  it('goes back and on again', () => {
    const history = remembered(
      nothing,
      { value: written('a'), at: 0 },
      { value: written('b'), at: 9 },
    )
    const back = stepBack(history, written('b'))
    expect(back?.value).toEqual(written('a'))
    expect(back && stepOn(back.history, back.value)?.value).toEqual(written('b'))
  })

  it('takes words typed in a row as one act, and a setting as another', () => {
    const first = remembered(
      nothing,
      { value: written('a'), at: 0 },
      { value: written('ab'), at: 100 },
    )
    const typed = remembered(
      first,
      { value: written('ab'), at: 100 },
      { value: written('abc'), at: 300 },
    )
    expect(typed.past).toHaveLength(1)
    const wide = { ...written('abc'), plan: { ...single, times: 2 } }
    const chosen = remembered(typed, { value: written('abc'), at: 300 }, { value: wide, at: 400 })
    expect(chosen.past).toHaveLength(2)
  })

  it('has an end in both directions', () => {
    expect(stepBack(nothing, written('a'))).toBeNull()
    expect(stepOn(nothing, written('a'))).toBeNull()
  })
})
