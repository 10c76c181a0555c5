import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'

type ChipProps = { words: string; onRemove: () => void }

/** A chosen value; pressing it, Backspace or Delete lets it go. */
export function Chip({ words, onRemove }: ChipProps) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Backspace' && event.key !== 'Delete') return
    event.preventDefault()
    onRemove()
  }
  return (
    <button
      type="button"
      data-chip
      aria-label={`Remove ${words}`}
      title={`Remove ${words}`}
      onClick={onRemove}
      onKeyDown={press}
      className="inline-flex h-6 max-w-48 shrink-0 items-center gap-1 rounded-sm bg-lifted pr-1 pl-2 text-dense focus-visible:outline-offset-0 max-md:h-8"
    >
      <span className="truncate">{words}</span>
      <X size={12} aria-hidden className="shrink-0 text-quiet" />
    </button>
  )
}
