import type { PastPrompt } from '#contract/prompt.ts'
import { kindWords } from '../../lib/kind-words.ts'

type PastPromptButtonProps = {
  past: PastPrompt
  isTabStop: boolean
  onTake: (prompt: string) => void
}

const when = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

/** Words of before, with when and for what they were used. */
export function PastPromptButton({ past, isTabStop, onTake }: PastPromptButtonProps) {
  const { prompt, type, used_at, times } = past
  const facts = [
    kindWords(type),
    when.format(new Date(used_at)),
    ...(times > 1 ? [`${times} times`] : []),
  ]
  return (
    <button
      type="button"
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => onTake(prompt)}
      className="block w-full rounded px-2 py-2 text-left hover:bg-raised focus-visible:bg-raised focus-visible:-outline-offset-2"
    >
      <span className="line-clamp-3 [overflow-wrap:anywhere] whitespace-pre-line">{prompt}</span>
      <span className="mt-1 block text-dense text-quiet tabular-nums">{facts.join(' · ')}</span>
    </button>
  )
}
