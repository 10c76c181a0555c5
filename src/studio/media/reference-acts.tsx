import { ArrowLeft, ArrowRight, AtSign, RefreshCw, Trash2 } from 'lucide-react'
import { IconButton } from '../ui/icon-button.tsx'
import { ordinalWords } from './ordinal-words.ts'

type ReferenceActsProps = {
  index: number
  count: number
  onMention: ((words: string) => void) | undefined
  onMove: (to: number) => void
  onReplace: () => void
  onRemove: () => void
}

/** What can be done with the chosen one of several references. */
export function ReferenceActs(props: ReferenceActsProps) {
  const { index, count, onMention, onMove, onReplace, onRemove } = props
  const words = ordinalWords(index)
  return (
    <div className="flex gap-1">
      {onMention && (
        <IconButton
          label={`Mention the ${words} in the prompt`}
          icon={AtSign}
          onClick={() => onMention(words)}
        />
      )}
      <IconButton
        label={`Move the ${words} left`}
        icon={ArrowLeft}
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
      />
      <IconButton
        label={`Move the ${words} right`}
        icon={ArrowRight}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      />
      <IconButton label={`Replace the ${words}`} icon={RefreshCw} onClick={onReplace} />
      <IconButton label={`Remove the ${words}`} icon={Trash2} onClick={onRemove} />
    </div>
  )
}
