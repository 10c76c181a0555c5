import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { promptLimits } from '#contract/prompt.ts'
import { promptsQuery } from '../../api/prompts.ts'
import { atUnsent, step } from './history-walk.ts'

type HistoryWalk = {
  value: string
  onChange: (words: string) => void
  /** What to write to have a prompt sent once more. */
  wordsFor?: (prompt: string) => string
}

const directions: Record<string, 1 | -1 | undefined> = { ArrowUp: 1, ArrowDown: -1 }

/**
 * Alt ↑ and Alt ↓ in a field of words go through the prompts of before, as in a shell. `place` says
 * where in the history the words come from; `null` at one's own.
 */
export function useHistoryWalk({ value, onChange, wordsFor = (prompt) => prompt }: HistoryWalk) {
  const { data = [] } = useQuery(promptsQuery('', promptLimits.most))
  const [walk, setWalk] = useState(atUnsent)
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key]
    if (!direction || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const next = step(
      walk,
      direction,
      value,
      data.map(({ prompt }) => wordsFor(prompt)),
    )
    if (!next) return
    setWalk(next.walk)
    onChange(next.words)
  }
  const { at, prompts } = walk
  return { onKeyDown, place: at < 0 ? null : `Prompt ${at + 1} of ${prompts.length}` }
}
